#include "logparsers/query/catalog.h"

#include <algorithm>
#include <set>

#include "logparsers/formats.h"
#include "logparsers/read.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

TEST_CASE("holes of a text are filled, other braces stay") {
  Dialect d;
  d.texts = {{"json", "get({x}, '$.{path}') {other} {"}};
  CHECK(d.fill("json", {{"x", "a"}, {"path", "b{x}"}}) == "get(a, '$.b{x}') {other} {");
  CHECK(d.fill("element", {}).empty());
}

TEST_CASE("every table names a format that there is and engines that there are") {
  const QueryCatalog catalog = load_query_catalog().value();
  const auto formats = load_formats({}).value();
  std::set<std::string> engines;
  for (const Dialect& d : catalog.dialects) engines.insert(d.id);
  CHECK(engines == std::set<std::string>{"bigquery", "clickhouse", "duckdb", "esql", "kql", "spark", "spl", "trino"});
  std::set<std::pair<std::string, std::string>> seen;
  for (const LogTable& table : catalog.tables) {
    INFO(table.id);
    CHECK(formats->index_of(table.format) >= 0);
    CHECK_FALSE(table.engines.empty());
    for (const std::string& engine : table.engines) {
      CHECK(engines.contains(engine));
      CHECK(seen.emplace(engine, table.source).second);  // else the second is never reached
    }
  }
}

TEST_CASE("every dialect can say what the rules of formats ask") {
  const QueryCatalog catalog = load_query_catalog().value();
  for (const Dialect& d : catalog.dialects)
    for (const char* text : {"query", "column", "word", "single", "double", "backslash", "nothing", "clean", "coalesce", "field", "between_fields", "and", "or", "not", "when",
                             "between_whens", "case", "is", "starts", "ends", "contains", "like", "present", "absent", "upper"}) {
      INFO(d.id << " " << text);
      CHECK(d.texts.contains(text));
    }
}
