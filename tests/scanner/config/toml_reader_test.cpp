#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("TOML values have their lines") {
  const std::string text = R"~(# c
a = 1
[t."x y"]
l = ["a", {k = "w"}]
m = """
one
two"""
s = 'v'
)~";
  CHECK(dump(read_toml(text)) == R"~(2 a = 1
4 t.x y.l.[] = a
4 t.x y.l.[].k = w
5 t.x y.m = one
two
8 t.x y.s = v
1 comment # c
)~");
}

TEST_CASE("TOML that is wrong is said to be wrong") {
  const std::string text = R"~(a = 
)~";
  CHECK(dump(read_toml(text)) == R"~(fault
)~");
}
