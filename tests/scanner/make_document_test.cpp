#include "scanner/make_document.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

TEST_CASE("UTF-16 becomes UTF-8, a byte order mark goes") {
  CHECK(make_document("a.txt", std::string("\xFF\xFE" "a\0\xAC\x20", 6)).text == "a\xE2\x82\xAC");
  CHECK(make_document("a.txt", std::string("\xFE\xFF" "\0a\xD8\x3D\xDE\x00", 8)).text == "a\xF0\x9F\x98\x80");
  CHECK(make_document("a.txt", std::string("\xFF\xFE" "\x00\xD8", 4)).text == "\xEF\xBF\xBD");
  CHECK(make_document("a.txt", std::string("\xFF\xFE" "a", 3)).text.empty());
  CHECK(make_document("a.txt", "\xEF\xBB\xBFx").text == "x");
}

TEST_CASE("language, marks and lines are set") {
  const Document document = make_document("src/test/java/LoginTest.java", "a\nb");
  CHECK(document.language == "java");
  CHECK(document.test_code);
  CHECK(document.lines.lines() == 2);
  CHECK(make_document("app.js", std::string(9000, 'x')).vendored);
}
