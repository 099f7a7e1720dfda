#include "advice/statistics.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;

TEST_CASE("numbers of a client's usage") {
  ClientUsage usage;
  usage.total = {60, 30, 10};
  usage.users = 3;
  usage.days = 5;
  usage.by_day["2026-03-06"] = {30, 0, 0};  // Friday
  usage.by_day["2026-03-07"] = {20, 0, 0};  // Saturday
  usage.by_day["2026-03-08"] = {30, 0, 0};  // Sunday
  usage.by_day["2026-03-09"] = {20, 0, 0};  // Monday
  usage.by_day["no day"] = {999, 0, 0};
  const auto n = statistics_of(usage);
  CHECK(n.at("successes") == 60);
  CHECK(n.at("per-user-day") == 4);
  CHECK(n.at("failure-percent") == 30);
  CHECK(n.at("weekend-percent") == 50);
}

TEST_CASE("what cannot be computed is missing") {
  const auto n = statistics_of(ClientUsage());
  CHECK_FALSE(n.contains("per-user-day"));
  CHECK_FALSE(n.contains("weekend-percent"));
  CHECK_FALSE(n.contains("failure-percent"));
  CHECK(n.at("users") == 0);
}

TEST_CASE("numbers are put into texts, rounded") {
  CHECK(with_numbers("{a} of {b}, {c}", {{"a", 1.6}, {"b", 30}}) == "2 of 30, {c}");
}
