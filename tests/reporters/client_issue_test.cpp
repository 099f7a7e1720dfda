#include "reporters/client_issue.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("clients that logs or exports show are issues, most urgent first; noise is none") {
  const Report report = test::three_clients();
  const std::vector<ClientIssue> issues = client_issues(report);
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].client->key.client_id == "legacy-cli");
  CHECK(issues[0].level == Level::error);
  CHECK(issues[2].level == Level::warning);
}

TEST_CASE("an issue stays the same when counts change, and differs between tenants") {
  Report report = test::three_clients();
  const ClientIssue before = client_issues(report)[0];
  report.clients.back().usage->total.success = 999;
  const ClientIssue after = client_issues(report)[0];
  CHECK(before.id == after.id);
  CHECK(before.title == after.title);
  CHECK(before.description == after.description);
  report.clients.back().key.tenant = "other";
  CHECK(client_issues(report)[0].id != before.id);
}

TEST_CASE("a client that only code shows is an issue of that code") {
  CHECK(client_issues(test::scan_only()).empty());
  Report report = test::scan_only();
  report.clients[0].status = ClientStatus::unknown;
  CHECK(client_issues(report).empty());
  report.clients[0].facts = {{report.clients[0].key, IdpFact::Kind::password_grant, "allowed", "", {}}};
  CHECK(client_issues(report).size() == 1);
}
