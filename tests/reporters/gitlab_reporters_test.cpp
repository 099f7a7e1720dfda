#include <set>

#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("every Code Quality issue is valid: one that is not would end the list") {
  const std::set<std::string> severities = {"info", "minor", "major", "critical", "blocker"};
  for (const Report& report : {test::three_clients(), test::hostile(), test::empty_report()}) {
    const Json issues = Json::parse(gitlab_codequality_report(report, {}));
    REQUIRE(issues.is_array());
    std::set<std::string> fingerprints;
    for (const Json& issue : issues) {
      CHECK_FALSE(issue["description"].get<std::string>().empty());
      CHECK(severities.contains(issue["severity"].get<std::string>()));
      CHECK(issue["location"]["lines"]["begin"].is_number_unsigned());
      CHECK(issue["location"]["lines"]["begin"] >= 1);
      CHECK_FALSE(issue["location"]["path"].get<std::string>().starts_with("/"));
      fingerprints.insert(issue["fingerprint"].get<std::string>());
    }
    CHECK(fingerprints.size() == issues.size());
  }
}

TEST_CASE("the SAST report has what its schema requires, within its lengths") {
  Report report = test::three_clients();
  for (RuleInfo& rule : report.rules) {
    rule.title = std::string(1000, 't');
    rule.fix = std::string(50'000, 'f');
  }
  const Json sast = Json::parse(gitlab_sast_report(report, {}));
  CHECK(sast["scan"]["status"] == "failure");
  CHECK(sast["scan"]["start_time"] == "2026-02-04T23:59:58");
  for (const Json& v : sast["vulnerabilities"]) {
    CHECK(v["id"].get<std::string>().size() == 36);
    CHECK(v["name"].get<std::string>().size() <= 255 + 2);
    CHECK(v["solution"].get<std::string>().size() <= 7000 + 2);
    CHECK(v["identifiers"][0]["type"] == "ropc_audit_rule_id");
    CHECK(v["location"]["end_line"] >= v["location"]["start_line"]);
    CHECK(v["tracking"]["items"][0]["signatures"][0]["algorithm"] == "hash");
  }
}

TEST_CASE("the time of the run is the caller's, without a zone") {
  Style style;
  style.made_at = parse_iso8601("2026-03-01T10:00:00Z")->at;
  CHECK(Json::parse(gitlab_sast_report(test::three_clients(), style))["scan"]["end_time"] == "2026-03-01T10:00:00");
}

TEST_CASE("what was left out of the SAST report is a message in it") {
  const Json messages = Json::parse(gitlab_sast_report(test::hostile(), {}))["scan"]["messages"];
  bool found = false;
  for (const Json& message : messages)
    found |= message["value"] == "2 findings not included: the path leaves the scanned tree";
  CHECK(found);
}
