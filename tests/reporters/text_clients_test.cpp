#include "common/text.h"
#include "reporters/layout.h"
#include "reporters/text_page.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

std::string table_of(const Report& report, unsigned width, bool verbose = false) {
  Style style;
  style.width = width;
  style.verbose = verbose;
  TextPage page(style);
  clients_view(page, report, style);
  return page.text();
}

}  // namespace

TEST_CASE("the table of clients fits the width asked for") {
  for (const unsigned width : {60U, 70U, 76U, 80U, 96U, 100U, 104U, 120U}) {
    const std::string text = table_of(test::three_clients(), width);
    const std::string_view table = std::string_view(text).substr(0, text.find("Findings that name no client"));
    for (const std::string_view line : split(table, '\n'))
      CHECK(display_width(line) <= width);
  }
}

TEST_CASE("successes that the logs cannot show are a question mark, no logs are words") {
  Report report = test::three_clients();
  for (LogCoverage& c : report.coverage) c.successes_visible = false;
  report.clients[0].usage.reset();
  const std::string text = table_of(report, 100);
  CHECK(text.find("no logs") != std::string::npos);
  CHECK(text.find("? = the logs that were read cannot show successful sign-ins") != std::string::npos);
}

TEST_CASE("noise is left out of the table unless asked for") {
  const std::string noisy = "1b730954-1685-4b74-9bfd-dac224a7b894";
  CHECK(table_of(test::three_clients(), 100).find(noisy) == std::string::npos);
  CHECK(table_of(test::three_clients(), 100, true).find(noisy) != std::string::npos);
}

TEST_CASE("long lists of nameless findings are cut unless asked for") {
  Report report = test::empty_report();
  Finding f = test::three_clients().unattributed.back();
  for (std::uint32_t line = 1; line <= 12; ++line) {
    f.where.line = line;
    report.unattributed.push_back(f);
  }
  CHECK(table_of(report, 100).find("and 2 more; --verbose lists them") != std::string::npos);
  CHECK(table_of(report, 100, true).find("--verbose") == std::string::npos);
}
