#include "scanner/config/readers.h"
#include "tests/scanner/config/dump.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("sections are parts of the path") {
  const std::string text = R"~(top = 1
[a.b]
k = v
; c
x: "y z"
[s "t"]
z=1
)~";
  CHECK(dump(read_ini(text)) == R"~(1 top = 1
3 a.b.k = v
5 a.b.x = y z
7 s.t.z = 1
4 comment ; c
)~");
}
