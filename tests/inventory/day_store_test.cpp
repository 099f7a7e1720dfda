#include "inventory/day_store.h"

#include "inventory/inventory.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

TEST_CASE("a day that is told again keeps the larger numbers, one that grows adds up") {
  // With its tables.
  const auto inventory = Inventory::open(":memory:");
  REQUIRE(inventory);
  const auto records = [&] {
    const auto report = (*inventory)->report();
    REQUIRE(report);
    REQUIRE(report->coverage.size() == 1);
    return report->coverage[0].records;
  };
  DayCoverage day;
  day.idp = "keycloak";
  day.tenant = "r";
  day.format = "keycloak-text";
  day.day = 20'000;
  day.records = 5;
  day.from.ns = day.to.ns = 20'000LL * 86'400'000'000'000;
  UsageSink& sink = (*inventory)->usage();
  const auto tell = [&](bool continues) {
    sink.begin_input({"a.log", "", FileState{1, 2, {}, {}, {}}, continues});
    sink.add(day);
    sink.whole(1);
    sink.end_input();
  };
  tell(false);
  tell(false);
  CHECK(records() == 5);
  tell(true);
  CHECK(records() == 10);
}
