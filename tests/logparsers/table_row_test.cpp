#include "logparsers/table_row.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
std::vector<std::string> cells_of(std::string_view row, char separator = ',') {
  std::vector<std::string_view> cells;
  std::deque<std::string> owned;
  split_row(row, separator, cells, owned);
  return {cells.begin(), cells.end()};
}
std::vector<std::string> copied(std::string_view row) {
  std::vector<std::string_view> cells;
  std::deque<std::string> owned;
  split_copy_row(row, cells, owned);
  return {cells.begin(), cells.end()};
}
std::vector<std::string> cells_between(std::string_view line, std::string_view separator) {
  std::vector<std::string_view> cells;
  if (!split_cells(line, separator, cells)) return {"too many"};
  return {cells.begin(), cells.end()};
}
using Cells = std::vector<std::string>;
}  // namespace

TEST_CASE("cells are what RFC 4180 says") {
  CHECK(cells_of("a,b,c\r\n") == Cells{"a", "b", "c"});
  CHECK(cells_of("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n") == Cells{"a,b", "say \"hi\"", "two\nlines"});
  CHECK(cells_of("a;;\"\";") == Cells{"a;;\"\";"});
  CHECK(cells_of("a;;\"\";", ';') == Cells{"a", "", "", ""});
  CHECK(cells_of("") == Cells{""});
  CHECK(cells_of("a\"b,c") == Cells{"a\"b", "c"});
  CHECK(cells_of("\"never closed,b") == Cells{"never closed,b"});
}

TEST_CASE("a row ends outside quotes") {
  const std::string_view text = "a,\"x\ny\",b\nnext\n";
  CHECK(row_end(text, 0, ',') == 10);
  CHECK(row_end(text, 10, ',') == text.size());
  CHECK(row_end("a,\"x\ny", 0, ',') == std::string_view::npos);
  CHECK(row_end("a,\"x\"\"\ny\"\nz", 0, ',') == 10);
  CHECK(row_end("no end", 0, ',') == std::string_view::npos);
}

TEST_CASE("COPY rows are unescaped") {
  CHECK(copied("a\t\\N\tb\\tc\\\\d\\n") == Cells{"a", "", "b\tc\\d\n"});
  CHECK(copied("a\t") == Cells{"a", ""});
}

TEST_CASE("cells of a line: between separators, or between blanks outside quotes and brackets") {
  CHECK(cells_between("a | b|| c ", "|") == Cells{"a", "b", "", "c"});
  CHECK(cells_between("[at 1] \"GET /a b HTTP/1.1\" 200  - \"x \\\" 401 \\\"\" [open \"never closed", " ") ==
        Cells{"at 1", "GET /a b HTTP/1.1", "200", "-", "x \\\" 401 \\\"", "[open", "\"never", "closed"});
  CHECK(cells_between("", " ").empty());
  CHECK(cells_between(std::string(2000, '|'), "|") == Cells{"too many"});
  CHECK(cells_between(std::string(2000, '"'), " ").size() == 1);
}
