#include "inventory/sqlite.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {
std::unique_ptr<Database> memory() {
  auto database = Database::open(":memory:");
  REQUIRE(database);
  (*database)->execute("CREATE TABLE t (a TEXT, n INTEGER, b BLOB) STRICT");
  return std::move(*database);
}
}  // namespace

TEST_CASE("values come back as they were bound") {
  const auto database = memory();
  const Digest digest = digest_of("x");
  Statement insert = database->prepare("INSERT INTO t VALUES (?,?,?)");
  insert.bind("a\0b").bind(std::uint64_t{7}).bind(digest).run();
  insert.bind("second").bind_null().bind_null().run();
  Statement rows = database->prepare("SELECT a, n, b FROM t ORDER BY rowid");
  REQUIRE(rows.next());
  CHECK(rows.count(1) == 7);
  CHECK(rows.digest(2) == digest);
  REQUIRE(rows.next());
  CHECK(rows.text(0) == "second");
  CHECK(rows.is_null(1));
  CHECK_FALSE(rows.next());
  CHECK(database->health());
}

TEST_CASE("a transaction without commit leaves nothing, also after a failure") {
  const auto database = memory();
  {
    const Transaction step(*database);
    database->execute("INSERT INTO t VALUES ('a', 1, NULL)");
  }
  CHECK(database->integer("SELECT count(*) FROM t") == 0);
  {
    const Transaction step(*database);
    database->execute("INSERT INTO t VALUES ('a', 1, NULL)");
    database->execute("INSERT INTO nowhere VALUES (1)");
  }
  REQUIRE_FALSE(database->health());
  CHECK(database->health().error().text().find("nowhere") != std::string::npos);
}

TEST_CASE("a committed transaction stays") {
  const auto database = memory();
  {
    Transaction step(*database);
    database->execute("INSERT INTO t VALUES ('a', 1, NULL)");
    step.commit();
  }
  CHECK(database->integer("SELECT count(*) FROM t") == 1);
}
