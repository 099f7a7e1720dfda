#include "scanner/ast/parse.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::ast;

namespace {

/// Cursors of a kind in the unit.
int count(const ParsedUnit& parsed, CXCursorKind kind) {
  struct Wanted {
    CXCursorKind kind;
    int found = 0;
  } wanted{kind};
  clang_visitChildren(
      clang_getTranslationUnitCursor(parsed.unit.get()),
      [](CXCursor cursor, CXCursor, CXClientData data) {
        auto& w = *static_cast<Wanted*>(data);
        w.found += clang_getCursorKind(cursor) == w.kind ? 1 : 0;
        return CXChildVisit_Recurse;
      },
      &wanted);
  return wanted.found;
}

}  // namespace

TEST_CASE("a whole unit is full, one with holes partial") {
  CHECK(parse_unit("/nowhere/a.c", "int f(void);", {"-x", "c"}).quality == Quality::full);
  CHECK(parse_unit("/nowhere/a.c", "#include <nowhere.h>\nint f(void);", {"-x", "c"}).quality == Quality::partial);
  CHECK(parse_unit("/nowhere/a.c", "int f(void);", {"-no-such-flag-at-all", "-x"}).quality == Quality::text_only);
}

TEST_CASE("what uses a missing type is in the tree") {
  const auto parsed = parse_unit("/nowhere/a.c", "int f(entry_t * e) {\n  entry_t * each;\n  for_each(e, each) {\n    if (same(each, \"x\")) return 1;\n  }\n}",
                                 {"-x", "c", "-std=gnu17"});
  CHECK(parsed.quality == Quality::partial);
  CHECK(count(parsed, CXCursor_StringLiteral) == 1);
}

TEST_CASE("thousands of errors do not end the look") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "int f" + std::to_string(i) + "() { return gone" + std::to_string(i) + "; }\n";
  CHECK(count(parse_unit("/nowhere/a.cpp", text + "const char* last() { return \"x\"; }", {"-x", "c++"}), CXCursor_StringLiteral) == 1);
}
