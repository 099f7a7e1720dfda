#include "cli/ingest.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "tests/support/synthetic_log.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;

namespace {

std::unique_ptr<inventory::Inventory> memory() {
  auto opened = inventory::Inventory::open(":memory:");
  REQUIRE(opened);
  return std::move(*opened);
}

/// Everything that an inventory says of its logs.
struct Told {
  std::vector<LogCoverage> coverage;
  std::vector<ClientUsage> usage;
  bool operator==(const Told& other) const {
    return coverage == other.coverage &&
           std::equal(usage.begin(), usage.end(), other.usage.begin(), other.usage.end(), [](const auto& a, const auto& b) {
             return a.total == b.total && a.classes == b.classes && a.users == b.users && a.errors == b.errors && a.by_day == b.by_day;
           });
  }
};

Told told(const inventory::Inventory& inventory) {
  const auto report = inventory.report();
  REQUIRE(report);
  Told out{report->coverage, {}};
  for (const auto& client : report->clients) out.usage.push_back(client.usage.value_or(ClientUsage{}));
  return out;
}

/// Lines of a made-up log.
std::string lines_of(const char* kind, int lines) {
  const auto log = bench::make_log(kind);
  std::string out;
  for (int i = 0; i < lines; ++i) log->append(out);
  return out;
}

/// What a new inventory says of one log.
Told told_of(const std::string& path) {
  const auto inventory = memory();
  REQUIRE(ingest({path}, Options{}, *inventory));
  return told(*inventory);
}

}  // namespace

TEST_CASE("a log that has not changed is not read again, one that has grown is read on") {
  for (const char* kind : {"entra", "keycloak"}) {
    INFO(kind);
    const test::TempFolder folder;
    const std::string text = lines_of(kind, 4000);
    const auto inventory = memory();
    std::string path;
    std::uint64_t events = 0;
    std::size_t end = 0;
    for (const std::size_t part : {std::size_t{1}, std::size_t{3}, std::size_t{10}, std::size_t{50}, std::size_t{100}}) {
      const std::size_t before = std::exchange(end, text.find('\n', text.size() / 100 * part - 1) + 1);
      path = folder.write("a.log", text.substr(0, end));
      const auto sum = ingest({path}, Options{}, *inventory);
      REQUIRE(sum);
      CHECK(sum->logs == 1);
      CHECK(told(*inventory) == told_of(path));
      if (before > 0 && part > 3) CHECK(sum->events < events * (end / std::max<std::size_t>(before, 1) + 1));
      events += sum->events;
      const auto again = ingest({path}, Options{}, *inventory);
      REQUIRE(again);
      CHECK((again->logs == 0 && again->unchanged == 1));
    }
    Options all;
    all.again = true;
    const auto whole = ingest({path}, all, *inventory);
    REQUIRE(whole);
    CHECK(whole->events == events);  // so far each line was read once
    CHECK(told(*inventory) == told_of(path));
  }
}

TEST_CASE("what cannot be counted from its end alone is read from its start") {
  const test::TempFolder folder;
  const std::string line = "2026-03-02 10:00:00,311 WARN  [org.keycloak.events] (t) type=\"LOGIN_ERROR\", realmId=\"r\", clientId=\"cli\", "
                           "userId=\"null\", ipAddress=\"192.0.2.1\", error=\"user_not_found\", grant_type=\"password\"\n";
  const auto failures = [](const inventory::Inventory& inventory) { return told(inventory).usage.at(0).total.failure; };
  const auto inventory = memory();
  const auto read = [&](const std::string& name, const std::string& text) {
    REQUIRE(ingest({folder.write(name, text)}, Options{}, *inventory));
  };
  // Equal refusals, which another log holds too: how many the first lines held is not known any more.
  read("a.log", line + line);
  read("b.log", line);
  read("a.log", line + line + line);
  CHECK(failures(*inventory) == 3);
  // A line that was not ended.
  read("c.log", line + line + line + line.substr(0, line.size() - 1));
  CHECK(failures(*inventory) == 4);
  read("c.log", line + line + line + line + line);
  CHECK(failures(*inventory) == 5);
  // Another log under the name of the last one.
  read("a.log", line);
  CHECK(failures(*inventory) == 5);
}

TEST_CASE("folders are read sorted and recursively, links are not followed") {
  const test::TempFolder folder;
  folder.write("b.log", "x");
  folder.write("a/c.log", "x");
  REQUIRE(::symlink("/etc", (folder.path() / "link").c_str()) == 0);
  const auto inventory = memory();
  const auto files = files_of({folder.path().string()}, inventory->evidence());
  REQUIRE(files.size() == 2);
  CHECK(files[0].ends_with("a/c.log"));
  CHECK(files[1].ends_with("b.log"));
}

TEST_CASE("what is not there or is nothing we know makes the run incomplete, and the rest is read") {
  const test::TempFolder folder;
  folder.write("notes.txt", "just some words\n");
  const auto inventory = memory();
  const auto sum = ingest({(folder.path() / "notes.txt").string(), (folder.path() / "missing").string()}, Options{}, *inventory);
  REQUIRE(sum);
  CHECK(sum->unreadable == 1);
  const auto report = inventory->report();
  REQUIRE(report);
  CHECK(report->incomplete);
  CHECK(report->diagnostics.size() == 2);
}
