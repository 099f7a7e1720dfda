#include "logparsers/field_table.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

TEST_CASE("the first value of a slot stays until the table is cleared") {
  FieldTable table(3);
  table.clear();
  table.set(1, {"a", FieldTable::Kind::text});
  table.set(1, {"b", FieldTable::Kind::text});
  CHECK(table.text(1) == "a");
  CHECK_FALSE(table.has(0));
  table.clear();
  CHECK_FALSE(table.has(1));
  CHECK(table.text(1).empty());
}

TEST_CASE("what was filled after a mark can be taken back or kept") {
  FieldTable table(3);
  table.clear();
  table.set(0, {"a", FieldTable::Kind::text});
  const std::size_t mark = table.mark();
  table.set(1, {"b", FieldTable::Kind::text});
  table.roll_back(mark);
  CHECK(table.has(0));
  CHECK_FALSE(table.has(1));
  std::string buffer = "c";
  table.set(2, {buffer, FieldTable::Kind::text});
  table.own_since(mark);
  buffer = "x";
  CHECK(table.text(2) == "c");
}

TEST_CASE("words that stand for nothing say nothing") {
  for (const char* word : {"", "-", "null", "NULL", "N/A", "unknown", "(null)", "undefined"}) CHECK(says_nothing(word));
  for (const char* word : {"x", "nullable", "unknown app", "none", "0"}) CHECK_FALSE(says_nothing(word));
}
