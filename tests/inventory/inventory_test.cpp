#include "inventory/inventory.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "inventory/sqlite.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {

/// A path in a folder of its own that goes with the test.
struct TempFile {
  TempFile() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ropc-inventory-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }
  ~TempFile() { std::filesystem::remove_all(folder); }
  [[nodiscard]] std::string path() const { return (folder / "audit.db").string(); }
  std::filesystem::path folder;
};

}  // namespace

TEST_CASE("evidence is there after the inventory is opened again") {
  const TempFile file;
  {
    const auto inventory = Inventory::open(file.path());
    REQUIRE(inventory);
    (*inventory)->begin_input(Inventory::InputKind::config_export, "realm.json");
    IdpFact fact;
    fact.client = {"keycloak", "shop", "till"};
    fact.value = "allowed";
    (*inventory)->evidence().add(fact);
    (*inventory)->commit_input();
    REQUIRE((*inventory)->health());
  }
  const auto again = Inventory::open(file.path());
  REQUIRE(again);
  const auto report = (*again)->report();
  REQUIRE(report);
  REQUIRE(report->clients.size() == 1);
  CHECK(report->clients[0].key.client_id == "till");
}

TEST_CASE("a file that is no inventory, or of a newer version, is refused with a sentence") {
  const TempFile file;
  std::ofstream(file.path()) << "this is a text file, and quite long enough to be looked at as a database header....";
  const auto text = Inventory::open(file.path());
  REQUIRE_FALSE(text);
  CHECK(text.error().text().find("no inventory") != std::string::npos);
  std::filesystem::remove(file.path());
  {
    auto other = Database::open(file.path());
    REQUIRE(other);
    (*other)->execute("CREATE TABLE notes (t TEXT)");
  }
  CHECK(Inventory::open(file.path()).error().text().find("another program") != std::string::npos);
  std::filesystem::remove(file.path());
  REQUIRE(Inventory::open(file.path()));
  {
    auto newer = Database::open(file.path());
    REQUIRE(newer);
    (*newer)->execute("PRAGMA user_version = 9999");
  }
  CHECK(Inventory::open(file.path()).error().text().find("newer version") != std::string::npos);
}
