#include "inventory/usage_count.h"

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

TEST_CASE("a success of log and store is one by its token id, of the rest the larger number a day counts") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log",
         {signed_in("t1"), signed_in("t2"), refused("l1"), refused("l2"), refused("l3", kNoon + 86'400 * kSecond)});
  ingest(inventory->usage(), "events.json",
         {signed_in("t2", "u2", kNoon - 5, SourceKind::store), signed_in("t3", "u3", kNoon, SourceKind::store),
          refused("s1", kNoon, SourceKind::store), refused("s2", kNoon + 86'400 * kSecond, SourceKind::store),
          refused("s3", kNoon + 86'400 * kSecond, SourceKind::store)});
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.total == OutcomeCounts{3, 4, 0});
  CHECK(usage.by_day.at("2026-03-02") == OutcomeCounts{3, 2, 0});
  CHECK(usage.by_day.at("2026-03-03") == OutcomeCounts{0, 2, 0});
}

TEST_CASE("copies of one event with and without the product's id are one") {
  const auto inventory = empty_inventory();
  LogEvent a = refused("same", kNoon, SourceKind::store);
  LogEvent b = a;
  a.record = digest_of("id 1");
  b.record = digest_of("id 2");
  ingest(inventory->usage(), "dump.sql", {a, b});
  ingest(inventory->usage(), "page1.json", {refused("same", kNoon, SourceKind::store)});
  CHECK(only_usage(*inventory).total.failure == 2);
  const auto copy = refused("same", kNoon, SourceKind::store);
  ingest(inventory->usage(), "all.json", {copy, copy, copy});
  CHECK(only_usage(*inventory).total.failure == 3);
}

TEST_CASE("a tenant that inputs name by id and by name is one tenant") {
  const auto inventory = empty_inventory();
  LogEvent named = refused("y");
  named.client.tenant = "shop";
  inventory->usage().begin_input({"a.log", ""});
  inventory->usage().add(refused("x"));
  inventory->usage().add(named);
  inventory->usage().add(TenantName{"keycloak", "r1", "shop"});
  inventory->usage().end_input();
  const auto report = inventory->report();
  REQUIRE(report->clients.size() == 1);
  CHECK(report->clients[0].key.tenant == "shop");
  CHECK(report->clients[0].usage->total.failure == 2);
}

TEST_CASE("attempts that are not the client's own stand apart") {
  const auto inventory = empty_inventory();
  LogEvent spoofed = refused("x");
  spoofed.grant = GrantClass::ropc_unknown_app;
  ingest(inventory->usage(), "a.log", {spoofed, refused("y")});
  const auto report = inventory->report();
  REQUIRE(report->clients.size() == 2);
  CHECK(report->clients[1].status == ClientStatus::noise);
  CHECK(report->clients[1].usage->total.failure == 1);
  CHECK(report->clients[0].usage->total.failure == 1);
}

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

TEST_CASE("a client without an id in the log is the one that the configuration has its redirect address for") {
  LogEvent e = refused("x");
  e.client = {"cas", "", ""};
  e.redirect_uri = "^https://portal/.*";
  for (const int known : {0, 1, 2}) {
    const auto inventory = empty_inventory();
    ingest(inventory->usage(), "cas.log", {e});
    inventory->begin_input(inventory::Inventory::InputKind::config_export, "services");
    for (int i = 0; i < known; ++i)
      inventory->evidence().add(IdpFact{{"cas", "", "portal-" + std::to_string(i)}, IdpFact::Kind::redirect_uri, e.redirect_uri, "", {}});
    inventory->commit_input();
    std::uint64_t failures = 0;
    const Report report = inventory->report().value();
    for (const ClientRecord& client : report.clients)
      if (client.usage) {
        failures += client.usage->total.failure;
        CHECK(client.key.client_id == (known == 1 ? "portal-0" : ""));
      }
    CHECK(failures == 1);
  }
}
