#include <algorithm>

#include "common/text.h"
#include "reporters/formats.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

std::size_t lines_with(const std::string& text, std::string_view start) {
  const auto lines = split(text, '\n');
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](auto line) { return line.starts_with(start); }));
}

Report with_errors(std::uint32_t errors) {
  Report report;
  Finding f = test::three_clients().unattributed.back();
  for (f.where.line = 1; f.where.line <= errors; ++f.where.line) report.unattributed.push_back(f);
  return report;
}

}  // namespace

TEST_CASE("at most ten annotations of a level, the last says how many are missing") {
  CHECK(lines_with(github_report(with_errors(10), {}), "::error file=") == 10);
  const std::string text = github_report(with_errors(11), {});
  CHECK(lines_with(text, "::error ") == 10);
  CHECK(lines_with(text, "::error file=") == 9);
  CHECK(text.find("::2 more of this level are in the report, not here.") != std::string::npos);
}

TEST_CASE("every line of a hostile report is the one command that it should be") {
  const std::string github = github_report(test::hostile(), {});
  for (const std::string_view line : split(trim(github), '\n')) {
    CHECK(line.starts_with("::error "));
    CHECK(line.find("##[") == std::string_view::npos);
    const std::string_view properties = line.substr(8, line.find("::", 8) - 8);
    for (const std::string_view property : split(properties, ','))
      CHECK((property.starts_with("file=") || property.starts_with("line=") || property.starts_with("endLine=") || property.starts_with("title=")));
  }
  for (const std::string& text : {azure_report(test::hostile(), {})})
    for (const std::string_view line : split(trim(text), '\n')) {
      CHECK(line.starts_with("##vso[task.logissue type=error;"));
      CHECK(line.find("##vso[", 1) == std::string_view::npos);
      for (const char* escape : {"%0A", "%0D"}) CHECK(line.find(escape) == std::string_view::npos);
    }
}

TEST_CASE("an incomplete run is an error of its own") {
  CHECK(github_report(test::three_clients(), {}).find("::error title=ropc-audit::The run is not complete") != std::string::npos);
  CHECK(azure_report(test::three_clients(), {}).find("ropc-audit: the run is not complete") != std::string::npos);
  CHECK(github_report(test::empty_report(), {}).empty());
}
