#include "idpconfig/csv.h"

#include "tests/support/catch.h"

using namespace ropc::idpconfig;
using Row = std::vector<std::string>;

namespace {

std::vector<Row> rows_of(std::string_view text, bool backslash = false) {
  CsvReader csv(text, backslash);
  std::vector<Row> out;
  for (Row row; csv.next(row);) out.push_back(row);
  return out;
}

}  // namespace

TEST_CASE("rows of a table") {
  CHECK(rows_of("a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n,\n") == std::vector<Row>{{"a", "b"}, {"1", "x, \"y\""}, {"", ""}});
  CHECK(rows_of("\"a\nb\",c") == std::vector<Row>{{"a\nb", "c"}});
  CHECK(rows_of("").empty());
  CHECK(rows_of("\n\r\n").empty());
}

TEST_CASE("back-slash escapes only where they are meant") {
  CHECK(rows_of(R"("a\\b","c\"d")", true) == std::vector<Row>{{"a\\b", "c\"d"}});
  CHECK(rows_of(R"("a\\b",c)") == std::vector<Row>{{"a\\\\b", "c"}});
}

TEST_CASE("lines and a cut end are told") {
  CsvReader csv("a\n\"b\nc\"\nd\n\"e", false);
  Row row;
  std::vector<unsigned> lines;
  while (csv.next(row)) lines.push_back(csv.line());
  CHECK(lines == std::vector<unsigned>{1, 2, 4, 5});
  CHECK(csv.cut());
}
