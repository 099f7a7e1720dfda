#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("the report names every client once in the overview and once as a section") {
  const std::string text = markdown_report(test::three_clients(), {});
  CHECK(text.find("| 1 | `legacy-cli` |") != std::string::npos);
  CHECK(text.find("### 1. `legacy-cli`: in use") != std::string::npos);
  CHECK(text.find("### 3. `batch-import`: enabled but not seen") != std::string::npos);
  CHECK(text.find("### 4.") == std::string::npos);  // noise has no section
}

TEST_CASE("what is missing is said where it is missing") {
  const std::string empty = markdown_report(test::empty_report(), {});
  CHECK(empty.find("Nothing.\n") != std::string::npos);
  CHECK(empty.find("No sign-in log was read") != std::string::npos);
  const std::string cut = markdown_report(test::three_clients(), {});
  CHECK(cut.find("**This report is not complete:**") != std::string::npos);
  CHECK(cut.find("**Not read:** `logs/keycloak.log.1`") != std::string::npos);
}

TEST_CASE("a list of thousands of nameless findings is cut with the number of the rest") {
  Report report = test::empty_report();
  Finding f = test::three_clients().unattributed.back();
  for (std::uint32_t line = 1; line <= 1000; ++line) {
    f.where.line = line;
    report.unattributed.push_back(f);
  }
  const std::string text = markdown_report(report, {});
  CHECK(text.find("- and 800 more; the JSON report lists them all") != std::string::npos);
}

TEST_CASE("a step summary is cut at a section, below the size that is dropped") {
  Report report = test::three_clients();
  CHECK(github_summary_report(report, {}) == markdown_report(report, {}));
  const ClientRecord client = report.clients.back();
  for (int i = 0; i < 2000; ++i) {
    report.clients.push_back(client);
    report.clients.back().key.client_id += std::to_string(i);
  }
  const std::string whole = markdown_report(report, {});
  const std::string text = github_summary_report(report, {});
  REQUIRE(whole.size() > std::size_t{1024} * 1024);
  CHECK(text.size() < std::size_t{1024} * 1024);
  CHECK(text.size() > std::size_t{800} * 1024);
  const std::size_t end = text.rfind("## Cut");
  REQUIRE(end != std::string::npos);
  CHECK(whole.starts_with(text.substr(0, end)));
  CHECK(whole.substr(end).starts_with("###"));
}
