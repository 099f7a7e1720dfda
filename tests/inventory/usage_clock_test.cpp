#include "inventory/usage_clock.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::test;

namespace {

LogEvent without_zone(LogEvent e, std::int64_t hours) {
  e.at.ns += hours * 3600 * kSecond;
  e.zone_known = false;
  return e;
}

constexpr std::int64_t kLate = kNoon + 11 * 3600 * kSecond;  // 23:00 UTC: the next day in Berlin

}  // namespace

TEST_CASE("a sign-in that the store holds too tells the zone of the log") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log",
         {without_zone(signed_in("t1", "u", kNoon + 7'000'000), 2), without_zone(refused("l1", kLate), 2)});
  CHECK(only_usage(*inventory).by_day.contains("2026-03-03"));
  ingest(inventory->usage(), "events.json",
         {signed_in("t1", "u", kNoon, SourceKind::store), refused("s1", kLate, SourceKind::store)});
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.total == OutcomeCounts{1, 1, 0});
  CHECK(usage.days == 1);
  CHECK(usage.last_seen.ns == kLate);
}

TEST_CASE("refusals tell the zone where there is nothing else") {
  const auto inventory = empty_inventory();
  std::vector<LogEvent> lines, stored;
  for (int i = 0; i < 20; ++i) {
    const std::int64_t at = kLate + i * 137 * kSecond;
    stored.push_back(refused("s" + std::to_string(i), at, SourceKind::store));
    lines.push_back(without_zone(refused("l" + std::to_string(i), at + 20'000'000), -8));
  }
  ingest(inventory->usage(), "a.log", lines);
  ingest(inventory->usage(), "events.json", stored);
  CHECK(only_usage(*inventory).total.failure == 20);
}

TEST_CASE("without anything that tells the zone the time stays as it is") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log", {without_zone(refused("l1", kNoon), 2)});
  CHECK(only_usage(*inventory).first_seen.ns == kNoon + 2 * 3600 * kSecond);
}
