#include "idpconfig/dex.h"

#include "idpconfig/read.h"
#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;

namespace {

std::string grant_with(const std::string& connectors, const std::string& name = "corp") {
  test::CollectingSink seen;
  CHECK(read_export("issuer: https://dex.example.com\nstorage: {type: memory}\noauth2: {passwordConnector: " + name +
                        "}\nstaticClients:\n  - {id: batch, secret: x}\nconnectors:\n" + connectors,
                    "config.yaml", seen) == ReadResult::read);
  return seen.value("batch", IdpFact::Kind::password_grant);
}

}  // namespace

TEST_CASE("the password connector's own list of grants counts") {
  CHECK(grant_with("  - {id: corp, type: ldap}\n") == "allowed");
  CHECK(grant_with("  - {id: corp, type: ldap, grantTypes: [authorization_code]}\n") == "blocked");
  CHECK(grant_with("  - {id: corp, type: ldap, grantTypes: [password]}\n") == "allowed");
  CHECK(grant_with("  - {id: other, type: ldap, grantTypes: [authorization_code]}\n") == "allowed");
  CHECK(grant_with("  - {id: corp, type: ldap, grantTypes: [authorization_code]}\n", "local") == "allowed");
}
