#include "reporters/sarif/results.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;
using namespace ropc::reporters::sarif;

namespace {

Finding sample() { return test::three_clients().unattributed.back(); }
Json region_of(const Finding& f) { return result_of(f, 0, kGithub)["locations"][0]["physicalLocation"]["region"]; }

}  // namespace

TEST_CASE("regions are in UTF-16 columns, and without an end where it is not known") {
  Finding f = sample();
  f.where = {"a.py", 3, 20, 3, 30};
  f.utf16_column = 18;
  f.utf16_end_column = 27;
  CHECK(region_of(f) == Json({{"startLine", 3}, {"endLine", 3}, {"startColumn", 18}, {"endColumn", 27}}));
  f.utf16_column = f.utf16_end_column = 0;
  CHECK(region_of(f) == Json({{"startLine", 3}, {"endLine", 3}, {"startColumn", 1}}));
  f.utf16_column = 9;
  f.utf16_end_column = 9;  // an empty region is refused by some readers
  CHECK_FALSE(region_of(f).contains("endColumn"));
  f.where.end_line = 5;
  f.utf16_end_column = 2;
  CHECK(region_of(f)["endColumn"] == 2);
}

TEST_CASE("a finding without a line is on the first") {
  Finding f = sample();
  f.where = {"a.py"};
  CHECK(region_of(f)["startLine"] == 1);
  CHECK(region_of(f)["endLine"] == 1);
  CHECK_FALSE(physical_location(f.where).contains("region"));
}

TEST_CASE("fingerprints are as each consumer reads them") {
  const Json github = result_of(sample(), 0, kGithub);
  CHECK(github["partialFingerprints"]["primaryLocationLineHash"] == "b9ca9c0a2452b1b0:1");
  CHECK(github["partialFingerprints"]["ropcAudit/v1"] == sample().fingerprint);
  CHECK_FALSE(github.contains("fingerprints"));
  const Json dojo = result_of(sample(), 0, kDefectdojo);
  CHECK(dojo["fingerprints"] == Json({{"ropcAudit/v1", sample().fingerprint}}));
  CHECK_FALSE(dojo.contains("partialFingerprints"));
}

TEST_CASE("properties carry what the join and the evaluation read") {
  const Finding f = test::three_clients().clients.back().code[1];
  const Json properties = result_of(f, 0, kGithub)["properties"];
  CHECK(properties["kind"] == "request");
  CHECK(properties["confidence"] == "certain");
  CHECK(properties["clientId"] == "legacy-cli");
  CHECK(properties["endpoint"] == *f.endpoint);
  CHECK(properties["testCode"] == false);
}

TEST_CASE("related places and flows inside the root are kept, others are not") {
  Finding f = test::three_clients().clients.back().code[1];
  f.related.push_back({{"../outside.py", 1, 1, 1, 2}, "outside", {}});
  f.flow.front().where.path = "/etc/x";
  const Json result = result_of(f, 0, kGithub);
  CHECK(result["relatedLocations"].size() == 1);
  CHECK(result["relatedLocations"][0]["id"] == 1);
  CHECK(result["codeFlows"][0]["threadFlows"][0]["locations"].size() == 1);
}

TEST_CASE("a message is no link and ends as a sentence") {
  Finding f = sample();
  f.message = "see [a](1)";
  CHECK(result_of(f, 0, kGithub)["message"]["text"] == "see [a] (1).");
}

TEST_CASE("suppressions stand only where the consumer understands them") {
  Finding f = sample();
  f.suppressed = "accepted";
  CHECK(result_of(f, 0, kPlain)["suppressions"][0]["justification"] == "accepted");
  for (const Profile& profile : {kGithub, kGitlab, kAzure, kDefectdojo})
    CHECK_FALSE(result_of(f, 0, profile).contains("suppressions"));
}
