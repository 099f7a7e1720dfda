#include <sstream>

#include "reporters/reporter.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

std::string written(std::string_view id, const Report& report, const Style& style = {}) {
  const ReporterEntry* entry = find_reporter(id);
  REQUIRE(entry != nullptr);
  std::ostringstream out;
  REQUIRE(entry->make()->write(report, style, out));
  return out.str();
}

}  // namespace

TEST_CASE("every format writes the sample reports as their golden files show") {
  const std::pair<std::string, Report> cases[] = {
      {"three-clients", test::three_clients()}, {"empty", test::empty_report()}, {"hostile", test::hostile()}};
  for (const auto& [name, report] : cases)
    for (const ReporterEntry& entry : all_reporters())
      test::check_golden("reporters/" + name + "." + std::string(entry.id) + "." + std::string(entry.extension),
                         written(entry.id, report));
}

TEST_CASE("the terminal's other views and widths look as their golden files show") {
  Style findings;
  findings.view = View::findings;
  test::check_golden("reporters/scan-only.text-findings.txt", written("text", test::scan_only(), findings));
  Style evidence;
  evidence.view = View::evidence;
  test::check_golden("reporters/three-clients.text-evidence.txt", written("text", test::three_clients(), evidence));
  test::check_golden("reporters/hostile.text-evidence.txt", written("text", test::hostile(), evidence));
  Style narrow;
  narrow.width = 64;
  test::check_golden("reporters/three-clients.text-narrow.txt", written("text", test::three_clients(), narrow));
  Style wide;
  wide.width = 140;
  wide.verbose = true;
  wide.color = true;
  test::check_golden("reporters/three-clients.text-wide-color.txt", written("text", test::three_clients(), wide));
}
