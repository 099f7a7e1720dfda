#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("variables with export, quotes and comments") {
  const std::string text = R"~(# c
export A=b # t
B="q \"x\" ${A}"
C='multi
line'
D=
)~";
  CHECK(dump(read_env(text)) == R"~(2 A = b
3 B = q "x" ${A}
4 C = multi
line
6 D = 
1 comment # c
2 comment # t
)~");
}

TEST_CASE("a quote that is not closed is part of its line") {
  const std::string text = R"~(A="x
B=y
)~";
  CHECK(dump(read_env(text)) == R"~(1 A = "x
2 B = y
)~");
}

TEST_CASE("lines that set nothing are passed over") {
  const std::string text = R"~(echo hi
if [ a = b ]; then
A=1
)~";
  CHECK(dump(read_env(text)) == R"~(3 A = 1
)~");
}
