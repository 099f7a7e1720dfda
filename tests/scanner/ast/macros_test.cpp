#include "scanner/ast/macros.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::ast;

TEST_CASE("macros that stand for a text") {
  const auto macros = macros_with_text("#define A \"one\"\n  #  define B(x) \"two\" x\n#define C 3\n#undef D \"no\"\nx = \"#define E\";\n");
  REQUIRE(macros.size() == 2);
  CHECK(macros[0].name == "A");
  CHECK(macros[0].text == "one");
  CHECK(macros[1].name == "B");
  CHECK(macros[1].text == "two");
}

TEST_CASE("broken macros are none") {
  for (const char* text : {"#define", "#define A \"open", "#", "#define \"x\"", ""}) {
    INFO(text);
    for (const MacroText& macro : macros_with_text(text)) CHECK(macro.name.empty());
    CHECK(macros_with_text(text).size() <= 1);
  }
}
