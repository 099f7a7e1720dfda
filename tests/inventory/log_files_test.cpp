#include "inventory/log_files.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::test;

namespace {

const FileState kState{100, 7, digest_of("head"), digest_of("tail"), digest_of("way")};

/// An input with these events; `whole`: it was read to its end.
void read(inventory::Inventory& inventory, const std::string& label, const std::vector<LogEvent>& events, bool whole = true,
          bool continues = false) {
  UsageSink& sink = inventory.usage();
  sink.begin_input({label, "", kState, continues});
  for (const LogEvent& e : events) sink.add(e);
  if (whole) sink.whole(events.size());
  sink.end_input();
}

}  // namespace

TEST_CASE("a log that was read to its end is known, until it is read in part or not at all") {
  const auto inventory = empty_inventory();
  CHECK_FALSE(inventory->known_log("a.log"));
  read(*inventory, "a.log", {refused("x"), refused("y")});
  const auto known = inventory->known_log("a.log");
  REQUIRE(known);
  CHECK(known->file == kState);
  CHECK(known->lines == 2);
  read(*inventory, "a.log", {refused("x")}, false);
  CHECK_FALSE(inventory->known_log("a.log"));
  CHECK_FALSE(inventory->known_log("b.log"));
}

TEST_CASE("a reading that goes on counts on") {
  const auto inventory = empty_inventory();
  read(*inventory, "a.log", {refused("x"), refused("x")});
  read(*inventory, "a.log", {refused("x"), signed_in("t")}, true, true);
  CHECK_FALSE(inventory->must_read_from_start());
  CHECK(only_usage(*inventory).total == OutcomeCounts{1, 3, 0});
}

TEST_CASE("a reading that goes on where another log has been in between must begin anew") {
  const auto inventory = empty_inventory();
  read(*inventory, "a.log", {refused("x"), refused("x")});
  read(*inventory, "b.log", {refused("x")});
  read(*inventory, "a.log", {refused("x"), refused("z")}, true, true);
  CHECK(inventory->must_read_from_start());
  CHECK(only_usage(*inventory).total == OutcomeCounts{0, 2, 0});  // nothing of it was kept
  read(*inventory, "a.log", {refused("x"), refused("x"), refused("x"), refused("z")});
  CHECK_FALSE(inventory->must_read_from_start());
  CHECK(only_usage(*inventory).total == OutcomeCounts{0, 4, 0});
}
