#include "idpconfig/special.h"

#include "tests/support/catch.h"

using namespace ropc::idpconfig;

TEST_CASE("profiles name functions that exist") {
  CHECK(find_special("dex-connector") != nullptr);
  CHECK(find_special("keycloak-policies") != nullptr);
  CHECK(find_special("keycloak-realm-name") != nullptr);
  CHECK(find_special("keycloak-realm-table") != nullptr);
  CHECK(find_special("") == nullptr);
  CHECK(find_special("keycloak") == nullptr);
  for (const Profile& profile : builtin_profiles())
    if (!profile.special.empty()) CHECK(find_special(profile.special) != nullptr);
}
