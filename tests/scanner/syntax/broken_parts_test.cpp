#include "scanner/syntax/broken_parts.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;
using namespace ropc::scanner::syntax;

namespace {

/// The broken parts' text, joined by '|'.
std::string broken(const char* language, const std::string& text) {
  const auto tree = parse(*find_language(language), text, {});
  REQUIRE(tree);
  std::string out;
  for (const Region& part : broken_parts(*tree)) out += (out.empty() ? "" : "|") + text.substr(part.begin, part.end - part.begin);
  return out;
}

}  // namespace

TEST_CASE("a whole tree has no broken part") {
  CHECK(broken("python", "a = {'grant_type': 'password'}\n").empty());
  CHECK(broken("java", "class A { void f() { g(1); } }\n").empty());
}

TEST_CASE("a broken part is told by whole lines, and no further") {
  const std::string parts = broken("javascript", "f(1);\nconst a = @@ %% 'grant_type': 'password' ;;\nf(2);\n");
  CHECK(parts.find("'grant_type'") != std::string::npos);
  CHECK(parts.find("f(1)") == std::string::npos);
  CHECK(parts.find("f(2)") == std::string::npos);
}

TEST_CASE("of a long line only what stands near is broken") {
  const std::string parts = broken("javascript", "f('begin');" + std::string(1000, ' ') + "a @@ 'lost' % ;" + std::string(1000, ' ') + "f('end');");
  CHECK(parts.find("'lost'") != std::string::npos);
  CHECK(parts.find("begin") == std::string::npos);
  CHECK(parts.find("end") == std::string::npos);
  CHECK(parts.size() < 2 * kWidening + 100);
}

TEST_CASE("what the parser recovers inside of an error is seen") {
  const std::string parts = broken("java", "class A {\n void f() {\n  g(\"one\", 1);\n  } } } %% \"two\" \n void h() {\n  g(\"three\", 3);\n }\n");
  CHECK(parts.find("one") == std::string::npos);
}
