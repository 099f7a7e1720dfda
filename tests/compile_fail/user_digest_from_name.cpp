// must not compile: no matching function
// A user name becomes a UserDigest through a UserDigester, which holds the key, and in no other way.
#include <string>

#include "common/digest.h"

const std::string user = "anna";
#ifdef ROPC_CONTROL
const ropc::UserDigest digest = ropc::UserDigester::without_key()("keycloak/shop", user);
#else
const ropc::UserDigest digest(user);
#endif
