#include "scanner/config/line_format.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("lines without their ends") {
  LineCursor lines("a\r\n\nb");
  REQUIRE(lines.next());
  CHECK(lines.line() == "a");
  REQUIRE(lines.next());
  CHECK(lines.line().empty());
  REQUIRE(lines.next());
  CHECK(lines.line() == "b");
  CHECK_FALSE(lines.next());
}

TEST_CASE("a jump goes on behind the line it lands in") {
  LineCursor lines("a\nb\nc\n");
  REQUIRE(lines.next());
  lines.jump(2);
  REQUIRE(lines.next());
  CHECK(lines.line() == "c");
}

TEST_CASE("inner nodes of dotted keys are made once") {
  Tree tree("");
  PathTree paths(tree);
  const NodeId first = paths.scalar(paths.document(), "a.b", 0);
  const NodeId second = paths.scalar(paths.document(), "a.c", 0);
  CHECK(tree.at(first).parent == tree.at(second).parent);
  CHECK(tree.key(second) == "c");
}
