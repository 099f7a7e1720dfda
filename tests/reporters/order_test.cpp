#include "reporters/order.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("findings come worst first, suppressed ones only when asked for") {
  const Report report = test::three_clients();
  const std::vector<FindingRow> rows = findings_worst_first(report, false);
  REQUIRE(rows.size() == 5);
  CHECK(rows.front().finding->where.path == "deploy/terraform/keycloak.tf");
  CHECK(rows.front().client->key.client_id == "legacy-cli");
  CHECK(rows.back().finding->level == Level::note);
  CHECK(rows.back().client == nullptr);
  CHECK(findings_worst_first(report, true).size() == 6);
}

TEST_CASE("a finding that is evidence of two clients stands once") {
  Report report = test::three_clients();
  report.clients.push_back(report.clients.back());
  report.clients.back().key.tenant = "shop-test";
  CHECK(findings_worst_first(report, false).size() == 5);
}

TEST_CASE("clients come by rank, unranked ones by urgency, noise last") {
  Report report = test::three_clients();
  ClientRecord off;
  off.key = {"keycloak", "shop", "off"};
  off.status = ClientStatus::disabled;
  ClientRecord clash = off;
  clash.key.client_id = "clash";
  clash.status = ClientStatus::contradiction;
  report.clients.push_back(off);
  report.clients.push_back(clash);
  const ClientGroups groups = client_groups(report);
  CHECK(groups.open.size() == 4);
  REQUIRE(groups.switched_off.size() == 1);
  CHECK(groups.switched_off[0]->key.client_id == "off");
  CHECK(groups.noise.size() == 1);
  report.clients[4].code.resize(1);
  CHECK(client_groups(report).switched_off.empty());  // code that names it is something to do
  std::vector<std::string> ids;
  for (const ClientRecord* client : clients_by_urgency(report)) ids.push_back(client->key.client_id.substr(0, 5));
  CHECK(ids == std::vector<std::string>{"legac", "0a1b2", "batch", "clash", "off", "1b730"});
}

TEST_CASE("coverage of a tenant is that of its logs and of logs without a tenant") {
  Report report = test::three_clients();
  const ClientKey key{"keycloak", "shop", "x"};
  CHECK(coverage_of(report, key).size() == 1);
  CHECK(successes_visible(report, key));
  CHECK_FALSE(successes_visible(report, {"keycloak", "other", "x"}));
  report.coverage.front().idp = "keycloak";
  report.coverage.front().tenant.clear();
  CHECK(coverage_of(report, key).size() == 2);
}

TEST_CASE("the latest evidence is the end of the longest log") {
  CHECK(to_iso8601(latest_evidence(test::three_clients())) == "2026-02-04T23:59:58Z");
  CHECK(latest_evidence(test::empty_report()).ns == 0);
}
