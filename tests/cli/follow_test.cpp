#include "cli/follow.h"

#include <filesystem>
#include <fstream>
#include <memory>

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::cli;

namespace {

std::string refusal(int second) {
  const std::string clock = std::to_string(100 + second / 60).substr(1) + ":" + std::to_string(100 + second % 60).substr(1);
  return "2026-03-02 10:" + clock + ",311 WARN  [org.keycloak.events] (t) type=\"LOGIN_ERROR\", realmId=\"r\", clientId=\"cli\", "
         "userId=\"null\", ipAddress=\"192.0.2.1\", error=\"user_not_found\", grant_type=\"password\"\n";
}

struct Case {
  test::TempFolder folder;
  std::unique_ptr<inventory::Inventory> inventory = std::move(inventory::Inventory::open(":memory:").value());
  std::unique_ptr<Ingester> ingester = std::move(Ingester::make(options, *inventory).value());
  Follower follower{{folder.path().string()}, *ingester};
  inline static const Options options;

  void append(const std::string& name, const std::string& text) const {
    std::ofstream(folder.path() / name, std::ios::app | std::ios::binary) << text;
  }
  [[nodiscard]] std::uint64_t failures() const {
    const auto report = inventory->report();
    return report && report->clients.size() == 1 ? report->clients[0].usage->total.failure : 0;
  }
};

}  // namespace

TEST_CASE("what is written to a log is read line by line") {
  Case c;
  CHECK(c.follower.step() == 0);
  c.append("a.log", refusal(1) + refusal(2).substr(0, 40));
  CHECK(c.follower.step() == 1);
  CHECK(c.failures() == 1);
  CHECK(c.follower.step() == 0);
  c.append("a.log", refusal(2).substr(40) + refusal(2));  // an equal record is one more
  CHECK(c.follower.step() == 1);
  CHECK(c.failures() == 3);
  const std::string last = refusal(3);
  c.append("a.log", last.substr(0, last.size() - 1));
  c.follower.step();
  CHECK(c.failures() == 3);
  c.follower.finish();
  CHECK(c.failures() == 4);
}

TEST_CASE("a log that is moved away is read to its end, and so is the new one of its name") {
  Case c;
  c.append("a.log", refusal(1));
  c.follower.step();
  c.append("a.log", refusal(2));
  std::filesystem::create_directory(c.folder.path() / "old");
  const test::TempFolder elsewhere;
  std::filesystem::rename(c.folder.path() / "a.log", elsewhere.path() / "a.log.1");
  c.append("a.log", refusal(3));
  c.follower.step();
  CHECK(c.failures() == 3);
}

TEST_CASE("a log that is cut short and written anew is read anew") {
  Case c;
  c.append("a.log", refusal(1) + refusal(2));
  c.follower.step();
  c.folder.write("a.log", refusal(3));
  c.follower.step();
  c.append("a.log", refusal(4));
  c.append("b.log", refusal(5));
  CHECK(c.follower.step() == 2);
  CHECK(c.failures() == 5);
}

TEST_CASE("the program follows until it is told to end, and has counted all by then") {
  const test::TempFolder folder;
  const std::string log = folder.write("a.log", refusal(1) + refusal(2));
  const std::string fifo = test::quoted(folder.path() / "said");
  const std::string database = test::quoted(folder.path() / "a.db");
  folder.write("run.sh", "mkfifo " + fifo + "\n\"$ROPC_PROGRAM\" ingest --follow --db " + database + " " + test::quoted(log) + " 2>" + fifo +
                             " &\nexec 3<" + fifo + "\nread -r line <&3\necho '" + refusal(3).substr(0, refusal(3).size() - 1) + "' >>" +
                             test::quoted(log) + "\nkill -TERM $!\nwait $!\necho code $?\n");
  const test::Ran ran = test::program("--version >/dev/null; sh " + test::quoted(folder.path() / "run.sh"));
  CHECK(ran.out == "code 0\n");
  const test::Ran clients = test::program("clients --format json --db " + database);
  const auto table = nlohmann::json::parse(clients.out, nullptr, false);
  REQUIRE(table["clients"].size() == 1);
  CHECK(table["clients"][0]["usage"]["failure"] == 3);
}
