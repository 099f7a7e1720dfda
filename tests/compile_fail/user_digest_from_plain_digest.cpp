// must not compile: private
// An unkeyed digest of a name is no UserDigest: whoever guesses the name could test the guess.
#include "common/digest.h"

#ifdef ROPC_CONTROL
const ropc::UserDigest digest = ropc::UserDigester::without_key()("keycloak/shop", "anna");
#else
const ropc::UserDigest digest(ropc::digest_of("anna"));
#endif
