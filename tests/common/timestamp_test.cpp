#include "common/timestamp.h"

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("time stamps of logs are read with their zone") {
  const auto offset = parse_iso8601("2026-03-02T09:14:07.311482+01:00");
  REQUIRE(offset);
  CHECK(to_iso8601(offset->at) == "2026-03-02T08:14:07Z");
  CHECK(offset->zone_known);
  CHECK(offset->at.ns % 1'000'000'000 == 311'482'000);
  std::size_t used = 0;
  const auto text = parse_iso8601("2026-03-02 09:14:07,311 DEBUG [x]", &used);
  REQUIRE(text);
  CHECK_FALSE(text->zone_known);
  CHECK(used == 23);
  CHECK(to_day(text->at) == "2026-03-02");
}

TEST_CASE("what is no time stamp is not read as one") {
  CHECK_FALSE(parse_iso8601("2026-13-02T09:14:07Z"));
  CHECK_FALSE(parse_iso8601("2026-02-30T09:14:07Z"));
  CHECK_FALSE(parse_iso8601("2026-03-02T09:14:07Z trailing"));
  CHECK_FALSE(parse_iso8601(""));
}

TEST_CASE("days are counted from 1970, also before it") {
  CHECK(day_of({0}) == 0);
  CHECK(day_of({kNanosecondsPerDay - 1}) == 0);
  CHECK(day_of({-1}) == -1);
  CHECK(day_of({-kNanosecondsPerDay}) == -1);
  CHECK(day_of(parse_iso8601("2026-03-02T23:59:59Z").value().at) == days_from_civil(2026, 3, 2));
  CHECK(to_day(start_of_day(days_from_civil(2026, 3, 2))) == "2026-03-02");
}
