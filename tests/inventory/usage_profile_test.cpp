#include "inventory/usage_profile.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::test;
using Values = std::vector<ValueCount>;

namespace {

LogEvent from(LogEvent e, const std::string& address, const std::string& agent = {}) {
  e.origin = UserDigester::without_key()("address", address);
  e.user_agent = agent;
  return e;
}

}  // namespace

TEST_CASE("addresses, user agents and hours of a client's attempts") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log",
         {from(signed_in("t1"), "192.0.2.1", "curl/8.5.0"), from(signed_in("t2"), "192.0.2.2", "okhttp/4.9.3"),
          from(refused("r1"), "192.0.2.1", "okhttp/4.9.3"), from(refused("r2", kNoon + 3600 * kSecond), "192.0.2.1")});
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.addresses == 2);
  CHECK(usage.user_agents == Values{{"okhttp/4.9.3", 2}, {"curl/8.5.0", 1}});
  CHECK(usage.resources.empty());
  REQUIRE(usage.hours.size() == 168);
  CHECK(usage.hours[12] == 3);  // 2026-03-02 is a Monday
  CHECK(usage.hours[13] == 1);
  CHECK(usage.spraying == Spraying{});
}

TEST_CASE("log and store hold the same attempts: the larger number counts, hours too") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log", {from(refused("l1"), "192.0.2.1", "x"), from(refused("l2"), "192.0.2.1", "x")});
  ingest(inventory->usage(), "events.json",
         {from(refused("s1", kNoon, SourceKind::store), "192.0.2.1", "x"), from(refused("s2", kNoon, SourceKind::store), "192.0.2.1", "x"),
          from(refused("s3", kNoon, SourceKind::store), "192.0.2.1", "x")});
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.total.failure == 3);
  CHECK(usage.user_agents == Values{{"x", 3}});
  CHECK(usage.hours[12] == 3);
}

TEST_CASE("a copy that tells more adds what it tells") {
  const auto inventory = empty_inventory();
  LogEvent bare = signed_in("t1");
  LogEvent full = from(bare, "192.0.2.1", "curl/8.5.0");
  full.scope = "openid";
  ingest(inventory->usage(), "a.log", {full});
  ingest(inventory->usage(), "b.log", {bare});
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.total.success == 1);
  CHECK(usage.addresses == 1);
  CHECK(usage.scopes == Values{{"openid", 1}});
}

TEST_CASE("many users refused from one address that hardly ever gets in are signs of spraying") {
  std::vector<LogEvent> events;
  for (int i = 0; i < 25; ++i) {
    LogEvent e = from(refused("r" + std::to_string(i)), "198.51.100.7");
    e.user = UserDigester::without_key()("r1", "user" + std::to_string(i));
    events.push_back(e);
  }
  for (int i = 0; i < 30; ++i) events.push_back(from(refused("one" + std::to_string(i)), "192.0.2.9"));
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log", events);
  CHECK(only_usage(*inventory).spraying == Spraying{1, 25});
  // An office behind one address: most get in.
  std::vector<LogEvent> office;
  for (int i = 0; i < 10; ++i) office.push_back(from(signed_in("t" + std::to_string(i)), "198.51.100.7"));
  ingest(inventory->usage(), "b.log", office);
  CHECK(only_usage(*inventory).spraying == Spraying{});
}
