#include "scanner/syntax/format_hole.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::syntax;

TEST_CASE("holes of printf-like formats") {
  CHECK(percent_hole("%s&x", 0)->end == 2);
  CHECK(percent_hole("%s", 0)->index == -1);
  CHECK(percent_hole("%2$s", 0)->index == 1);
  CHECK(percent_hole("%-08ld", 0)->end == 6);
  CHECK(percent_hole("%(user)s", 0)->name == "user");
  CHECK(percent_hole("%%", 0)->literal);
  CHECK_FALSE(percent_hole("100% &", 3));
  CHECK_FALSE(percent_hole("%(open", 0));
}

TEST_CASE("holes between braces") {
  CHECK(brace_hole("{}", 0)->index == -1);
  CHECK(brace_hole("{12}", 0)->index == 12);
  CHECK(brace_hole("{user:>8}", 0)->name == "user");
  CHECK(brace_hole("{{", 0)->literal);
  CHECK_FALSE(brace_hole("{\"a\": 1}", 0));
  CHECK_FALSE(brace_hole("{open", 0));
}
