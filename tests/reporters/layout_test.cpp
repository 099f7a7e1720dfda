#include "reporters/layout.h"

#include "tests/support/catch.h"

using namespace ropc::reporters;

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("größe") == 5);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("e\xCC\x81") == 1);  // e and a combining accent
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("text is cut to columns") {
  CHECK(fitted("abcdef", 6) == "abcdef");
  CHECK(fitted("abcdefg", 6) == "abcde…");
  CHECK(fitted("日本語", 4) == "日…");
  CHECK(fitted("abc", 0).empty());
}

TEST_CASE("lines break at blanks, and long words into pieces") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("abcdefgh ij", 3) == std::vector<std::string>{"abc", "def", "gh", "ij"});
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
  CHECK(wrapped("日本", 1) == std::vector<std::string>{"日", "本"});  // a character wider than the line
}

TEST_CASE("colour is all or nothing") {
  CHECK(Painter(true)(Ink::red, "x") == "\x1b[31mx\x1b[0m");
  CHECK(Painter(true)(Ink::plain, "x") == "x");
  CHECK(Painter(false)(Ink::red, "x") == "x");
}

TEST_CASE("a table keeps within the page, and only columns that may shrink do") {
  Table table({{"#", true}, {"client", false, true}, {"status"}});
  table.add({{"1"}, {"a-client-with-a-long-name"}, {"in use"}});
  table.add({{"10"}, {"b"}, {"off"}});
  const Painter plain(false);
  CHECK(table.lines(100, plain) == std::vector<std::string>{" #  client                     status",
                                                            " 1  a-client-with-a-long-name  in use",
                                                            "10  b                          off"});
  CHECK(table.lines(24, plain) == std::vector<std::string>{" #  client        status", " 1  a-client-wi…  in use",
                                                           "10  b             off"});
  CHECK(table.lines(5, plain)[1] == " 1  a-clien…  in use");  // never below eight columns
}
