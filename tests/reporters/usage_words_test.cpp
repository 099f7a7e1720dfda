#include "reporters/usage_words.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::reporters;
using Phrases = std::vector<std::string>;

TEST_CASE("what the logs do not tell is left out") {
  CHECK(profile_of(ClientUsage{}).empty());
  ClientUsage few;
  few.total = {3, 0, 0};
  few.hours.assign(168, 0);
  few.hours[9] = 3;
  CHECK(profile_of(few).empty());
}

TEST_CASE("addresses, times and programs in words") {
  ClientUsage usage;
  usage.total = {90, 8, 2};
  usage.addresses = 1;
  usage.hours.assign(168, 0);
  for (std::size_t day = 0; day < 5; ++day)
    for (std::size_t hour = 8; hour < 18; ++hour) usage.hours[day * 24 + hour] = 2;
  usage.user_agents = {{"python-requests/2.31.0", 96}, {"a", 2}, {"b", 1}, {"c", 1}};
  usage.resources = {{"Microsoft Graph", 100}};
  usage.mfa = {{"singleFactorAuthentication", 100}};
  usage.spraying = {1, 120};
  CHECK(profile_of(usage) == Phrases{"from one address", "on working days, mostly between 08 and 17 h UTC",
                                     "by python-requests/2.31.0 (96 of 100 attempts), a, b and 1 more", "for Microsoft Graph",
                                     "factors: singleFactorAuthentication",
                                     "signs of password spraying: one address was refused for 120 users"});
}

TEST_CASE("hours over midnight, and all of the day") {
  ClientUsage usage;
  usage.addresses = 1'204;
  usage.hours.assign(168, 0);
  for (std::size_t day = 0; day < 7; ++day) usage.hours[day * 24 + 23] = usage.hours[day * 24] = 5;
  CHECK(profile_of(usage) == Phrases{"from 1,204 addresses", "on all days of the week, mostly between 23 and 01 h UTC"});
  usage.hours.assign(168, 7);
  CHECK(profile_of(usage)[1] == "on all days of the week, around the clock");
}
