#include "inventory/usage_about.h"

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;
using namespace ropc::test;

TEST_CASE("what is kept of a text: no secret, valid, bounded, and the same when it is kept again") {
  const std::string secret = "cli/1.0 password=hunter2 Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop";
  for (const std::string& text : {std::string("curl/8.5.0"), secret, std::string(500, 'x'), std::string(119, 'x') + "\xC3\xA4",
                                  std::string("\xFF\x00z", 3), "password=" + std::string(200, 'p'), std::string()}) {
    const std::string kept = kept_text(text);
    CHECK(kept.size() <= 122);
    CHECK(kept_text(kept) == kept);
  }
  CHECK(kept_text("curl/8.5.0") == "curl/8.5.0");
  CHECK(kept_text(secret).find("hunter2") == std::string::npos);
}

TEST_CASE("the same combination is one row; of two, each value the larger") {
  const auto opened = Database::open(":memory:");
  REQUIRE(opened);
  Database& database = **opened;
  database.execute(
      "CREATE TABLE usage_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE); CREATE TABLE usage_about (id INTEGER PRIMARY "
      "KEY, address BLOB, agent INTEGER, resource INTEGER, scope INTEGER, mfa INTEGER)");
  AboutStore store(database);
  LogEvent nothing = refused("x");
  CHECK(store.id_of(nothing) == 0);
  LogEvent a = nothing;
  a.user_agent = "curl/8.5.0";
  a.scope = "openid";
  LogEvent b = nothing;
  b.user_agent = "okhttp/4.9.3";
  b.origin = UserDigester::without_key()("address", "192.0.2.44");
  const std::int64_t first = store.id_of(a);
  const std::int64_t second = store.id_of(b);
  CHECK(first != 0);
  CHECK(first != second);
  CHECK(store.id_of(a) == first);
  store.forget();
  CHECK(store.id_of(a) == first);
  CHECK(store.merged(first, 0) == first);
  CHECK(store.merged(0, second) == second);
  const std::int64_t both = store.merged(first, second);
  CHECK(both == store.merged(second, first));
  CHECK(store.merged(both, first) == both);
  LogEvent c = b;
  c.scope = "openid";
  CHECK(store.id_of(c) == both);
  REQUIRE(database.health());
}
