#include "idpconfig/tables.h"

#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;
using Fact = IdpFact::Kind;

namespace {

test::CollectingSink read(const std::string& text, ReadResult expected = ReadResult::read) {
  test::CollectingSink seen;
  CHECK(read_table(text, "in.csv", seen) == expected);
  return seen;
}

}  // namespace

TEST_CASE("a table of kcadm.sh without heading is read by its built-in clients") {
  const auto seen = read("\"account\",true,true,false\n\"admin-cli\",true,true,true\n\"broker\",true,false,false\n"
                         "\"he said \\\"hi\\\", x\",true,false,true\n\"realm-management\",true,false,false\n"
                         "\"back\\\\slash\",false,true,true\n\"security-admin-console\",true,true,false\n");
  CHECK(seen.value("he said \"hi\", x", Fact::password_grant) == "allowed");
  CHECK(seen.value("he said \"hi\", x", Fact::client_type) == "confidential");
  CHECK(seen.value("back\\slash", Fact::password_grant) == "blocked");
  CHECK(seen.find("back\\slash", Fact::client_type)->where.line == 6);
}

TEST_CASE("a table whose columns cannot be told is not guessed at") {
  CHECK(read("\"account\",true\n\"admin-cli\",true\n\"broker\",true\n\"realm-management\",true\n", ReadResult::not_mine)
            .facts.empty());
}

TEST_CASE("tables of the database name clients by realm id, and realms by name") {
  const auto clients = read("id,client_id,realm_id,enabled,public_client,direct_access_grants_enabled\n"
                            "1,\"multi\nline\",r-1,t,f,t\n2,b,r-1,f,t,t\n");
  CHECK(clients.value("multi\nline", Fact::password_grant) == "allowed");
  CHECK(clients.find("b", Fact::password_grant)->where.line == 4);
  CHECK(clients.facts.front().client.tenant == "r-1");
  const auto realms = read("id,name,enabled\nr-0,master,t\nr-1,shop,t\n");
  REQUIRE(realms.tenants.size() == 2);
  CHECK(realms.tenants[1] == TenantName{"keycloak", "r-1", "shop"});
  CHECK(realms.facts.empty());
  CHECK(read("id,name,enabled\n1,kettle,t\n", ReadResult::not_mine).tenants.empty());
}

TEST_CASE("a table cut inside a quoted field says so") {
  const auto seen = read("client_id,realm_id,direct_access_grants_enabled\na,r,t\n\"b,r,t\n", ReadResult::failed);
  CHECK(seen.value("a", Fact::password_grant) == "allowed");
  REQUIRE_FALSE(seen.diagnostics.empty());
  CHECK(seen.diagnostics.back().level == Diagnostic::Level::incomplete);
}
