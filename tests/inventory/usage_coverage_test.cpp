#include "inventory/usage_coverage.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::test;

namespace {

DayCoverage day_of_log(const std::string& format, std::int64_t day, std::uint64_t shows, SourceKind source) {
  DayCoverage c;
  c.idp = "keycloak";
  c.tenant = "r1";
  c.format = format;
  c.day = day;
  c.records = 10;
  c.events = 2;
  c.shows_success = shows;
  c.from.ns = day * 86'400 * kSecond + 1;
  c.to.ns = c.from.ns + 5;
  c.source = source;
  c.why_shown = "all is written";
  c.why_hidden = "only refusals are written";
  return c;
}

}  // namespace

TEST_CASE("successes are visible when every day is held by an input that shows some") {
  const auto inventory = empty_inventory();
  UsageSink& sink = inventory->usage();
  const auto read = [&](const std::string& label, std::int64_t day, std::uint64_t shows) {
    sink.begin_input({label, ""});
    sink.add(day_of_log("keycloak-text", day, shows, SourceKind::log));
    sink.end_input();
  };
  read("quiet.log", 20'514, 0);
  auto report = inventory->report();
  REQUIRE(report->coverage.size() == 1);
  CHECK_FALSE(report->coverage[0].successes_visible);
  CHECK(report->coverage[0].why == "only refusals are written");
  read("debug.log", 20'515, 3);
  CHECK_FALSE(inventory->report()->coverage[0].successes_visible);
  read("debug2.log", 20'514, 1);
  read("debug2.log", 20'514, 1);
  report = inventory->report();
  CHECK(report->coverage[0].successes_visible);
  CHECK(report->coverage[0].files == 3);
  CHECK(report->coverage[0].records == 30);
  CHECK(report->coverage[0].days == 2);
  sink.begin_input({"events.json", ""});
  sink.add(day_of_log("keycloak-events", 20'514, 1, SourceKind::store));
  sink.end_input();
  CHECK_THAT(inventory->report()->coverage[1].why, Catch::Contains("the larger number"));
}
