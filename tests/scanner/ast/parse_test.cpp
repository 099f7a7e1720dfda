#include "scanner/ast/parse.h"

#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc::scanner::ast;

/// libclang 19 never frees the text of a unit whose arguments it refuses; the leak checker calls this by its name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:llvm::WritableMemoryBuffer::getNewUninitMemBuffer\n"; }

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

/// Whether any text of the unit, also of its headers, has this in it.
bool holds(const ParsedUnit& parsed, const std::string& text) {
  struct Wanted {
    const std::string& text;
    bool found = false;
  } wanted{text};
  clang_visitChildren(
      clang_getTranslationUnitCursor(parsed.unit.get()),
      [](CXCursor cursor, CXCursor, CXClientData data) {
        auto& w = *static_cast<Wanted*>(data);
        w.found = w.found || spelling_of(cursor).find(w.text) != std::string::npos;
        return CXChildVisit_Recurse;
      },
      &wanted);
  return wanted.found;
}

}  // namespace

TEST_CASE("a whole unit is full, one with holes partial") {
  CHECK(parse_unit("/nowhere", "/nowhere/a.c", "int f(void);", {"-x", "c"}).quality == Quality::full);
  CHECK(parse_unit("/nowhere", "/nowhere/a.c", "#include <nowhere.h>\nint f(void);", {"-x", "c"}).quality == Quality::partial);
  CHECK(parse_unit("/nowhere", "/nowhere/a.c", "int f(void);", {"-no-such-flag-at-all", "-x"}).quality == Quality::text_only);
}

TEST_CASE("what uses a missing type is in the tree") {
  const auto parsed = parse_unit("/nowhere", "/nowhere/a.c", "int f(entry_t * e) {\n  entry_t * each;\n  for_each(e, each) {\n    if (same(each, \"x\")) return 1;\n  }\n}",
                                 {"-x", "c", "-std=gnu17"});
  CHECK(parsed.quality == Quality::partial);
  CHECK(count(parsed, CXCursor_StringLiteral) == 1);
}

TEST_CASE("thousands of errors do not end the look") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "int f" + std::to_string(i) + "() { return gone" + std::to_string(i) + "; }\n";
  CHECK(count(parse_unit("/nowhere", "/nowhere/a.cpp", text + "const char* last() { return \"x\"; }", {"-x", "c++"}), CXCursor_StringLiteral) == 1);
}

TEST_CASE("what an include reads outside the tree is not in the unit") {
  const ropc::test::TempFolder folder;
  const std::string outside = (folder.path() / "outside.h").string();
  folder.write("outside.h", "#define TOKEN \"s3cret\"\n#define WORD s3cret\n#include \"further.h\"\nconst char* const kToken = \"s3cret\";\n");
  folder.write("further.h", "#define LATER \"s3cret\"\n");
  folder.write("tree/inside.h", "#define KEPT \"kept\"\n");
  std::filesystem::create_symlink(outside, folder.path() / "tree/link.h");
  const std::string root = (folder.path() / "tree").string();
  const std::string uses = "#include \"inside.h\"\n#define TEXT(x) #x\n#define AS_TEXT(x) TEXT(x)\n"
                           "const char* a() { return KEPT TOKEN; }\nconst char* b() { return AS_TEXT(WORD); }\n"
                           "const char* c() { return kToken; }\nconst char* d = \"id\" LATER \"x\";\nconst char* e() { return KEPT; }\n";
  for (const std::string& include : std::vector<std::string>{"../outside.h", outside, "link.h", "./../tree/../outside.h"}) {
    INFO(include);
    const auto parsed = parse_unit(root, root + "/a.cpp", "#include \"" + include + "\"\n" + uses, {"-x", "c++"});
    REQUIRE(parsed.unit);
    CHECK(parsed.quality == Quality::partial);
    CHECK_FALSE(holds(parsed, "s3cret"));
    CHECK(holds(parsed, "kept"));
  }
  const auto embedded = parse_unit(root, root + "/a.c", "const char t[] = {\n#embed \"" + outside + "\"\n};\n", {"-x", "c"});
  CHECK((!embedded.unit || !holds(embedded, "s3cret")));
}
