#include "scanner/text/sql_rows.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

/// Rows as "a=x b=y", one a line.
std::string told(std::string_view text) {
  std::string out;
  sql_rows(text, [&](const SqlRow& row) {
    for (const SqlCell& cell : row) out += (&cell == &row.front() ? "" : " ") + cell.column + "=" + cell.value;
    out += "\n";
  });
  return out;
}

}  // namespace

TEST_CASE("rows of INSERT") {
  CHECK(told("INSERT INTO t (a, b) VALUES ('x', 'y');") == "a=x b=y\n");
  CHECK(told("insert ignore into `s`.`t` (`a`, `b`) values ('x', 'y'), ('z', 'w');") == "a=x b=y\na=z b=w\n");
  CHECK(told("REPLACE INTO \"t\" (\"a\", n, b) VALUES (N'x', 5, CAST('y' AS text))") == "a=x b=y\n");
  CHECK(told("INSERT INTO [dbo].[t] ([a], [b]) VALUES ('x', NULL);") == "a=x\n");
  CHECK(told("INSERT INTO t (a) VALUES ('it''s, (not) \\'over\\'');") == "a=it's, (not) 'over'\n");
  CHECK(told("INSERT INTO t (a) VALUES ('x' || 'y');").empty());
}

TEST_CASE("columns of a table that the script creates") {
  const std::string table = "CREATE TABLE IF NOT EXISTS t (\n a varchar(10) DEFAULT 'q', -- c\n n int,\n PRIMARY KEY (a, n),\n b text\n);\n";
  CHECK(told(table + "INSERT INTO t VALUES ('x', 1, 'y');") == "a=x b=y\n");
  CHECK(told("INSERT INTO t VALUES ('x', 'y');").empty());
}

TEST_CASE("rows of UPDATE") {
  CHECK(told("UPDATE t SET a = 'x', n = 3 WHERE b='y' AND n > 2;\nUPDATE u SET c='z'") == "a=x b=y\nc=z\n");
}

TEST_CASE("other statements tell nothing, and what is cut off ends") {
  CHECK(told("SELECT 'x' FROM t; GRANT ALL ON t TO u IDENTIFIED BY 'password'; INSERT INTO t (a) SELECT 'x';").empty());
  CHECK(told("-- INSERT INTO t (a) VALUES ('x')\n/* INSERT INTO t (a) VALUES ('x') */").empty());
  for (const char* text : {"INSERT", "INSERT INTO", "INSERT INTO t (a", "INSERT INTO t (a) VALUES ('x", "UPDATE t SET a = '", "CREATE TABLE t (a"})
    CHECK(told(text).size() < 6);
}

TEST_CASE("a cell has its place") {
  const std::string_view text = "INSERT INTO t (a) VALUES ('x');";
  sql_rows(text, [&](const SqlRow& row) { CHECK(text.substr(row[0].where.begin, row[0].where.end - row[0].where.begin) == "'x'"); });
}
