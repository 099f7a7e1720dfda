#include "inventory/usage_store.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::test;

TEST_CASE("reading the same input again changes nothing") {
  const auto inventory = empty_inventory();
  for (int i = 0; i < 3; ++i)
    ingest(inventory->usage(), "a.log", {refused("x"), refused("x"), refused("y"), signed_in("t1")});
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.total == OutcomeCounts{1, 3, 0});
  CHECK(usage.users == 1);
  CHECK(usage.days == 1);
  CHECK(usage.errors.at("user_not_found") == 3);
}

TEST_CASE("equal records of one input add up, of two inputs they are copies") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log", {refused("x"), refused("x")});
  ingest(inventory->usage(), "b.log", {refused("x"), refused("z")});
  CHECK(only_usage(*inventory).total.failure == 3);
}

TEST_CASE("a grown input counts what it has grown by") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log", {refused("x")});
  ingest(inventory->usage(), "a.log", {refused("x"), refused("x"), refused("y")});
  CHECK(only_usage(*inventory).total.failure == 3);
}

TEST_CASE("an abandoned input leaves the inventory as it was") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "a.log", {refused("x")});
  inventory->usage().begin_input({"b.log", ""});
  for (int i = 0; i < 100'000; ++i) inventory->usage().add(refused("b" + std::to_string(i)));
  inventory->usage().abandon_input();
  CHECK(only_usage(*inventory).total.failure == 1);
  ingest(inventory->usage(), "c.log", {refused("z")});
  CHECK(only_usage(*inventory).total.failure == 2);
}

TEST_CASE("pieces of one input add up, in any order and however often") {
  const auto inventory = empty_inventory();
  ingest(inventory->usage(), "-", {refused("x"), signed_in("t")}, "2");
  ingest(inventory->usage(), "-", {refused("x"), refused("x"), signed_in("t")}, "1");
  ingest(inventory->usage(), "-", {refused("x"), signed_in("t")}, "2");
  CHECK(only_usage(*inventory).total == OutcomeCounts{1, 3, 0});
  // A whole copy of the same log is the same sign-ins.
  ingest(inventory->usage(), "whole.log", {refused("x"), refused("x"), refused("x"), signed_in("t")});
  CHECK(only_usage(*inventory).total == OutcomeCounts{1, 3, 0});
}

TEST_CASE("the order of inputs does not matter") {
  std::vector<LogEvent> poor = {signed_in("t", "", kNoon + 3600 * kSecond)};
  poor[0].zone_known = false;
  poor[0].user = {};
  const std::vector<LogEvent> rich = {signed_in("t", "u1", kNoon, SourceKind::store)};
  for (const bool first : {true, false}) {
    const auto inventory = empty_inventory();
    ingest(inventory->usage(), "a", first ? poor : rich);
    ingest(inventory->usage(), "b", first ? rich : poor);
    const ClientUsage usage = only_usage(*inventory);
    CHECK(usage.total.success == 1);
    CHECK(usage.users == 1);
    CHECK(usage.first_seen.ns == kNoon);
  }
}

TEST_CASE("diagnostics of an input are those of its last reading") {
  const auto inventory = empty_inventory();
  for (const char* message : {"first", "second"}) {
    inventory->usage().begin_input({"a.log", ""});
    inventory->usage().add(Diagnostic{Diagnostic::Level::warning, message, {}});
    inventory->usage().end_input();
  }
  const auto report = inventory->report();
  REQUIRE(report);
  REQUIRE(report->diagnostics.size() == 1);
  CHECK(report->diagnostics[0].message == "second");
}

TEST_CASE("names that are no UTF-8 are kept in a form that can be written") {
  const auto inventory = empty_inventory();
  LogEvent e = refused("x");
  e.client.client_id = "a\xFF";
  ingest(inventory->usage(), "a.log", {e});
  CHECK(inventory->health());
  CHECK(inventory->report()->clients.front().key.client_id == "a\xEF\xBF\xBD");
}

namespace {

constexpr std::uint32_t kAsked = 1;
constexpr std::uint32_t kGranted = 2;
constexpr std::uint32_t kRefused = 4;

const JoinRules kJoinRules = {"joined", {{kAsked | kGranted, 0, 0, GrantClass::ropc, Outcome::success},
                                         {kAsked | kRefused, 0, 0, GrantClass::ropc, Outcome::failure}}};

/// One of several records of the sign-in `transaction`.
LogEvent part_of(const std::string& transaction, std::uint32_t aspects, const std::string& client, std::uint8_t rank) {
  LogEvent e;
  e.client = {"openam", "/", client};
  e.client_rank = rank;
  e.at.ns = kNoon;
  e.identity = digest_of(transaction);
  e.unique = true;
  e.aspects = aspects;
  e.join_format = kJoinRules.format;
  return e;
}

void ingest_joined(inventory::Inventory& inventory, const std::string& label, const std::vector<LogEvent>& events) {
  inventory.usage().begin_input({label, ""});
  inventory.usage().add(kJoinRules);
  for (const LogEvent& e : events) inventory.usage().add(e);
  inventory.usage().end_input();
}

}  // namespace

TEST_CASE("records of one sign-in are joined across inputs, in any order") {
  LogEvent granted = part_of("t1", kGranted, "", 0);
  granted.user = UserDigester::without_key()("r", "u1");
  granted.user_rank = 2;
  const std::vector<LogEvent> asked = {part_of("t1", kAsked, "legacy", 1), part_of("t2", kAsked, "legacy", 1)};
  LogEvent refusal = part_of("t2", kRefused, "", 0);
  refusal.error = "INVALID_PASSWORD";
  for (const bool first : {true, false}) {
    const auto inventory = empty_inventory();
    ingest_joined(*inventory, "access.csv", first ? asked : std::vector{granted, refusal});
    ingest_joined(*inventory, "access.csv.1", first ? std::vector{granted, refusal} : asked);
    const ClientUsage usage = only_usage(*inventory);
    CHECK(usage.total == OutcomeCounts{1, 1, 0});
    CHECK(usage.users == 1);
    CHECK(usage.errors == std::map<std::string, std::uint64_t>{{"INVALID_PASSWORD", 1}});
  }
}

TEST_CASE("records that no rule puts together are no sign-in") {
  const auto inventory = empty_inventory();
  ingest_joined(*inventory, "access.csv", {part_of("t1", kGranted, "web", 1), part_of("t2", kAsked, "web", 1)});
  const auto report = inventory->report();
  REQUIRE(report);
  CHECK(report->clients.empty());
}
