#include "common/line_index.h"

#include <string_view>

#include "tests/support/catch.h"

using ropc::LineIndex;
using ropc::line_text;

TEST_CASE("offsets become lines and columns from 1") {
  const std::string_view text = "one\ntwo\r\n\nlast";
  const LineIndex index(text);
  CHECK(index.lines() == 4);
  CHECK(index.line(0) == 1);
  CHECK(index.line(3) == 1);  // the line end belongs to its line
  CHECK(index.line(4) == 2);
  CHECK(index.column(6) == 3);
  CHECK(index.line(text.size()) == 4);
  CHECK(index.line(text.size() + 100) == 4);
}

TEST_CASE("lines come back without their ends") {
  const std::string_view text = "one\ntwo\r\n\nlast";
  const LineIndex index(text);
  CHECK(line_text(text, index, 1) == "one");
  CHECK(line_text(text, index, 2) == "two");
  CHECK(line_text(text, index, 3).empty());
  CHECK(line_text(text, index, 4) == "last");
  CHECK(line_text(text, index, 5).empty());
  CHECK(index.start(5) == text.size());
}

TEST_CASE("an empty text has one empty line") {
  const LineIndex index("");
  CHECK(index.lines() == 1);
  CHECK(index.line(0) == 1);
  CHECK(index.column(0) == 1);
  CHECK(line_text("", index, 1).empty());
}
