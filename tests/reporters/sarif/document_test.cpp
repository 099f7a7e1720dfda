#include "reporters/sarif/document.h"

#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;
using namespace ropc::reporters::sarif;

namespace {

Json run_of(const Report& report, const Profile& profile) { return document(report, profile)["runs"][0]; }

/// As many findings as asked for, the first half notes.
Report crowded(std::uint32_t findings) {
  Report report;
  Finding f = test::three_clients().unattributed.back();
  for (std::uint32_t i = 0; i < findings; ++i) {
    f.where.line = i + 1;
    f.level = i < findings / 2 ? Level::note : Level::error;
    f.fingerprint = std::to_string(i);
    report.unattributed.push_back(f);
  }
  return report;
}

}  // namespace

TEST_CASE("an empty run says that it found nothing") {
  const Json run = run_of(test::empty_report(), kGithub);
  CHECK(run["results"] == Json::array());
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
  CHECK(run["automationDetails"]["id"] == "ropc-audit/code/");
  CHECK(run["columnKind"] == "utf16CodeUnits");
}

TEST_CASE("an incomplete run is told so") {
  const Json invocation = run_of(test::three_clients(), kGithub)["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["toolExecutionNotifications"][1]["descriptor"]["id"] == "not-read");
  CHECK(invocation["toolExecutionNotifications"][1]["level"] == "error");
}

TEST_CASE("suppressed findings are in the plain file only") {
  CHECK(run_of(test::three_clients(), kPlain)["results"].size() == 6);
  CHECK(run_of(test::three_clients(), kGithub)["results"].size() == 5);
}

TEST_CASE("with a baseline the plain file says what is new and what was known, the others leave out what was known") {
  Report report = test::three_clients();
  CHECK_FALSE(run_of(report, kPlain)["results"][0].contains("baselineState"));
  report.baseline.emplace().push_back(report.unattributed.front());
  report.unattributed.erase(report.unattributed.begin());
  const Json plain = run_of(report, kPlain)["results"];
  REQUIRE(plain.size() == 6);
  CHECK(plain.front()["baselineState"] == "new");
  CHECK(plain.back()["baselineState"] == "unchanged");
  const Json github = run_of(report, kGithub)["results"];
  CHECK(github.size() == 4);
  CHECK_FALSE(github[0].contains("baselineState"));
}

TEST_CASE("beyond the limit the worst results stay and the rest is counted") {
  const Json run = run_of(crowded(25'001), kGithub);
  CHECK(run["results"].size() == 5000);
  CHECK(run["results"].back()["level"] == "error");
  const std::string text = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
  CHECK(text == "20,001 findings not included: at most 5,000 fit; the worst are here, the JSON report has all.");
  CHECK(run_of(crowded(5'001), kPlain)["results"].size() == 5'001);
}

TEST_CASE("paths that leave the tree are counted, never written") {
  const Json run = run_of(test::hostile(), kPlain);
  for (const Json& result : run["results"]) {
    const std::string uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    CHECK(uri.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%") == std::string::npos);
    CHECK_FALSE(uri.starts_with("/"));
    CHECK(uri.find("..") == std::string::npos);
  }
  const Json notes = run["invocations"][0]["toolExecutionNotifications"];
  CHECK(notes.back()["message"]["text"] == "2 findings not included: the path leaves the scanned tree.");
}

TEST_CASE("every result points at its own rule") {
  for (const Report& report : {test::three_clients(), test::hostile()}) {
    const Json run = run_of(report, kPlain);
    for (const Json& result : run["results"])
      CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  }
}

TEST_CASE("each profile is a format of its own") {
  const Report report = test::three_clients();
  CHECK(Json::parse(sarif_report(report, {}))["runs"][0]["properties"]["profile"] == "github");
  CHECK(Json::parse(sarif_plain_report(report, {}))["runs"][0]["properties"]["profile"] == "plain");
  CHECK(Json::parse(sarif_gitlab_report(report, {}))["runs"][0]["properties"]["profile"] == "gitlab");
  CHECK(Json::parse(sarif_azure_report(report, {}))["runs"][0]["properties"]["profile"] == "azure");
  CHECK(Json::parse(sarif_defectdojo_report(report, {}))["runs"][0]["properties"]["profile"] == "defectdojo");
}
