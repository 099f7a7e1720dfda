#include "inventory/join.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {

Finding request(const std::string& client, const std::string& tenant = {}) {
  Finding f;
  f.rule_id = "grant-type-password";
  f.where.path = "src/login.py";
  f.where.line = 3;
  if (!client.empty()) f.client_id = client;
  if (!tenant.empty()) f.tenant = tenant;
  return f;
}

UsageRow used(const std::string& tenant, const std::string& client) {
  UsageRow row;
  row.key = {"keycloak", tenant, client};
  row.usage.total.success = 2;
  return row;
}

IdpFact grant(const std::string& tenant, const std::string& client, const std::string& value,
              const std::string& detail = {}) {
  IdpFact fact;
  fact.client = {"keycloak", tenant, client};
  fact.value = value;
  fact.detail = detail;
  return fact;
}

LogCoverage covered(const std::string& tenant) {
  LogCoverage c;
  c.idp = "keycloak";
  c.tenant = tenant;
  c.records = 10;
  c.successes_visible = true;
  return c;
}

}  // namespace

TEST_CASE("code, log and export of one client become one record") {
  AllEvidence all;
  all.findings = {request("till")};
  all.usage = {used("shop-id", "till")};
  all.facts = {grant("shop", "till", "allowed")};
  all.coverage = {covered("shop-id")};
  all.tenant_names = {{"keycloak", "shop-id", "shop"}};
  const Joined joined = join(all);
  REQUIRE(joined.clients.size() == 1);
  const ClientRecord& till = joined.clients[0];
  CHECK(till.key == ClientKey{"keycloak", "shop", "till"});
  CHECK(till.code.size() == 1);
  CHECK(till.status == ClientStatus::in_use);
}

TEST_CASE("a finding that names its realm does not reach the same id of another realm") {
  AllEvidence all;
  all.findings = {request("app", "a")};
  all.usage = {used("a", "app"), used("b", "app")};
  const Joined joined = join(all);
  REQUIRE(joined.clients.size() == 2);
  CHECK(joined.clients[0].code.size() == 1);
  CHECK(joined.clients[1].code.empty());
}

TEST_CASE("a finding without client has no owner; a suppressed one is nobody's") {
  AllEvidence all;
  all.findings = {request(""), request("till")};
  all.findings[1].suppressed = "removed next week";
  const Joined joined = join(all);
  CHECK(joined.unattributed.size() == 1);
  CHECK(joined.clients.empty());
}

TEST_CASE("a client list without its realm joins the one realm that knows the client") {
  AllEvidence all;
  all.usage = {used("shop", "till")};
  all.facts = {grant("", "till", "allowed"), grant("", "other", "allowed")};
  const Joined joined = join(all);
  REQUIRE(joined.clients.size() == 2);
  CHECK(joined.clients[0].key.tenant.empty());
  CHECK(joined.clients[1].fact(IdpFact::Kind::password_grant) == "allowed");
}

TEST_CASE("usage is null without a log of the tenant, zero with one") {
  AllEvidence all;
  all.facts = {grant("shop", "quiet", "allowed"), grant("vault", "quiet", "allowed")};
  all.coverage = {covered("shop")};
  const Joined joined = join(all);
  REQUIRE(joined.clients.size() == 2);
  REQUIRE(joined.clients[0].usage);
  CHECK(joined.clients[0].status == ClientStatus::enabled_unused);
  CHECK_FALSE(joined.clients[1].usage);
  CHECK(joined.clients[1].status == ClientStatus::unknown);
}

TEST_CASE("a policy of the realm beats the client's flag") {
  AllEvidence all;
  all.facts = {grant("vault", "kiosk", "allowed"), grant("vault", "kiosk", "blocked", "client policy refuses it")};
  CHECK(join(all).clients.at(0).fact(IdpFact::Kind::password_grant) == "blocked");
}

TEST_CASE("an id that neither the identity provider nor its export knows is noise") {
  AllEvidence all;
  all.usage = {used("shop", "guess"), used("shop", "till"), used("vault", "guess")};
  for (UsageRow& row : all.usage) {
    row.usage.total = {0, 2, 0};
    row.usage.errors = {{"client_not_found", 2}};
  }
  all.facts = {grant("shop", "till", "allowed")};
  all.coverage = {covered("shop"), covered("vault")};
  const Joined joined = join(all);
  REQUIRE(joined.clients.size() == 3);
  CHECK(joined.clients[0].status == ClientStatus::noise);
  CHECK(joined.clients[1].status != ClientStatus::noise);
  CHECK(joined.clients[2].status != ClientStatus::noise);
}

TEST_CASE("a log that names no tenant does not make another tenant's successes visible") {
  AllEvidence all;
  all.facts = {grant("partners", "portal", "allowed")};
  all.coverage = {covered(""), covered("partners")};
  all.coverage[1].successes_visible = false;
  CHECK(join(all).clients.at(0).status == ClientStatus::not_observable);
  all.coverage.pop_back();
  CHECK(join(all).clients.at(0).status == ClientStatus::enabled_unused);
}

TEST_CASE("noise stands in a row of its own") {
  AllEvidence all;
  all.usage = {used("shop", "admin-cli"), used("shop", "admin-cli")};
  all.usage[1].noise = true;
  const Joined joined = join(all);
  REQUIRE(joined.clients.size() == 2);
  CHECK(joined.clients[0].status == ClientStatus::in_use);
  CHECK(joined.clients[1].status == ClientStatus::noise);
}
