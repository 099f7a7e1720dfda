#include "scanner/ast/stand_ins.h"

#include "scanner/ast/parse.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::ast;

namespace {

std::string stand_ins(const std::string& text, const std::string& language) {
  const Index index(clang_createIndex(0, 0));
  const std::string path = "/nowhere/unit.x";
  CXUnsavedFile file{path.c_str(), text.data(), static_cast<unsigned long>(text.size())};
  const char* words[] = {"-x", language.c_str()};
  CXTranslationUnit unit = nullptr;
  REQUIRE(clang_parseTranslationUnit2(index.get(), path.c_str(), words, 2, &file, 1, CXTranslationUnit_KeepGoing, &unit) == CXError_Success);
  const Unit owner(unit);
  return stand_ins_for(unit);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a unit that lacks nothing needs no stand-ins") {
  CHECK(stand_ins("int f(int x) { return x; }", "c").empty());
  CHECK(stand_ins("int f(int x) { return y * x; }", "c").empty());  // a variable is no type
}

TEST_CASE("types of parameters and of local variables") {
  const std::string text = stand_ins("int f(entry_t * e) {\n  list_t * l = 0, * m;\n  amount_t n = 1;\n  return l * n;\n}", "c");
  for (const char* name : {"entry_t", "list_t", "amount_t"}) CHECK(has(text, "typedef struct ropc_anything " + std::string(name) + ";"));
}

TEST_CASE("Objective-C: Foundation where it is missing, other classes by their names") {
  const std::string text = stand_ins("@interface Login : Controller\n- (NSString *)body:(Session *)s;\n@end", "objective-c");
  CHECK(has(text, "@interface NSString"));
  CHECK(has(text, "@interface Controller"));
  CHECK(has(text, "@class Session;"));
  CHECK_FALSE(has(text, "@class NSString;"));
}
