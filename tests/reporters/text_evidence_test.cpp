#include "reporters/text_page.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

std::string evidence_of(const Report& report) {
  TextPage page({});
  evidence_view(page, report);
  return page.text();
}

}  // namespace

TEST_CASE("evidence ends in files and lines") {
  const std::string text = evidence_of(test::three_clients());
  for (const char* place : {"src/cli/login.py:17", "src/cli/login.py:9", "idp/realm-shop.json:212", "tests/test_login.py:8"})
    CHECK(text.find(place) != std::string::npos);
}

TEST_CASE("a command keeps its continuation lines") {
  CHECK(evidence_of(test::three_clients()).find("        $ kcadm.sh update clients/$ID -r shop \\\n            -s 'attr") !=
        std::string::npos);
}

TEST_CASE("a year of days is cut, with the number of those left out") {
  Report report = test::three_clients();
  ClientUsage& usage = *report.clients.back().usage;
  usage.by_day.clear();
  for (int day = 1; day <= 28; ++day) usage.by_day["2026-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day)] = {1, 0, 0};
  const std::string text = evidence_of(report);
  CHECK(text.find("14 earlier days not listed here") != std::string::npos);
  CHECK(text.find("2026-02-14:") == std::string::npos);
  CHECK(text.find("2026-02-15:") != std::string::npos);
}

TEST_CASE("no client is said to be none") { CHECK(evidence_of(test::empty_report()) == "No such client.\n"); }
