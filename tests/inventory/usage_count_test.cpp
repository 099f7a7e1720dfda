#include "inventory/usage_count.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::test;

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
