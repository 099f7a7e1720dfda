#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("properties are paths") {
  const std::string text = R"~(# c
a.b.c=1
a.b.d : two
! c2
x[0].y z
alone
)~";
  CHECK(dump(read_properties(text)) == R"~(2 a.b.c = 1
3 a.b.d = two
5 x.[].y = z
6 alone = 
1 comment # c
4 comment ! c2
)~");
}

TEST_CASE("properties go on after a backslash") {
  const std::string text = R"~(a=one \
   two
b=3
)~";
  CHECK(dump(read_properties(text)) == R"~(1 a = one two
3 b = 3
)~");
}

TEST_CASE("properties have escapes") {
  const std::string text = R"~(a\ b=\u0041\:
c=x\\
)~";
  CHECK(dump(read_properties(text)) == R"~(1 a b = A:
2 c = x\
)~");
}

TEST_CASE("a property that comes twice stands twice") {
  const std::string text = R"~(a=1
a=2
)~";
  CHECK(dump(read_properties(text)) == R"~(1 a = 1
2 a = 2
)~");
}

TEST_CASE("a key of very many parts is not nested without end") {
  std::string key;
  for (int i = 0; i < 10'000; ++i) key += "a.";
  CHECK(read_properties(key + "b=1\n").tree.size() < 100);
}
