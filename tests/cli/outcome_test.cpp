#include "cli/outcome.h"

#include "cli/exit_code.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;

namespace {

Report with_finding(Level level) {
  Report report;
  Finding f;
  f.rule_id = "r";
  f.level = level;
  f.fingerprint = "abc";
  report.unattributed.push_back(f);
  return report;
}

Report with_client(ClientStatus status) {
  Report report;
  report.clients.emplace_back().status = status;
  return report;
}

Options threshold(std::optional<Level> level) {
  Options o;
  o.fail_on = level;
  return o;
}

}  // namespace

TEST_CASE("the exit code follows the worst finding and the threshold") {
  CHECK(exit_code_of(threshold(Level::error), with_finding(Level::error)) == kFindings);
  CHECK(exit_code_of(threshold(Level::error), with_finding(Level::warning)) == kDone);
  CHECK(exit_code_of(threshold(Level::note), with_finding(Level::note)) == kFindings);
  CHECK(exit_code_of(threshold(std::nullopt), with_finding(Level::error)) == kDone);
}

TEST_CASE("a client in use is a finding although no code was read") {
  CHECK(exit_code_of(threshold(Level::error), with_client(ClientStatus::in_use)) == kFindings);
  CHECK(exit_code_of(threshold(Level::error), with_client(ClientStatus::enabled_unused)) == kDone);
  CHECK(exit_code_of(threshold(Level::warning), with_client(ClientStatus::enabled_unused)) == kFindings);
  CHECK(exit_code_of(threshold(Level::note), with_client(ClientStatus::noise)) == kDone);
}

TEST_CASE("incomplete beats findings: could not read is never a verdict") {
  Report report = with_finding(Level::error);
  report.incomplete = true;
  CHECK(exit_code_of(threshold(std::nullopt), report) == kIncomplete);
}

TEST_CASE("a baseline takes out what it names, comments are allowed") {
  const test::TempFolder folder;
  Report report = with_finding(Level::error);
  REQUIRE(apply_baseline(folder.write("known", "# accepted\nabc  # until May\n"), report));
  CHECK(report.unattributed.empty());
  REQUIRE(report.baseline);
  CHECK(report.baseline->size() == 1);
  CHECK(exit_code_of(threshold(Level::error), report) == kDone);
  CHECK_FALSE(apply_baseline((folder.path() / "missing").string(), report));
}

TEST_CASE("an unknown format is a usage error that names the nearest") {
  Options o;
  o.formats = {"sarfi"};
  const auto written = write_outputs(o, "text", Report{});
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::usage);
  CHECK(written.error().message.find("'sarif'") != std::string::npos);
}
