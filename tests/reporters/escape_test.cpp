#include "reporters/escape.h"

#include "tests/support/catch.h"

using namespace ropc::reporters;

TEST_CASE("text is shortened by characters, never inside one") {
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("abcd", 3) == "ab…");
  CHECK(shortened("éééé", 3) == "éé…");
  CHECK(shortened("a\xFF", 3) == "a\xEF\xBF\xBD");
  CHECK(shortened(std::string(10'000, 'w'), 120).size() == 119 + 3);
}

TEST_CASE("no line is a command for a CI console") {
  CHECK(console_line("::error::x") == "\\x3a:error::x");
  CHECK(console_line("  ::error::x") == "  \\x3a:error::x");
  CHECK(without_commands("\x1b[31m ::error::x") == "\x1b[31m \\x3a:error::x");
  CHECK(console_line("std::string") == "std::string");
  CHECK(console_line("a ##[group]b") == "a ##\\x5bgroup]b");
  CHECK(console_line("a ##vso[task.x]b") == "a ##vso\\x5btask.x]b");
  CHECK(console_line("a\n::error::x") == "a\\x0a::error::x");
  CHECK(console_line("###[x]") == "###\\x5bx]");
}

TEST_CASE("fields of a CSV file are quoted as RFC 4180 says and never formulas") {
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_field(" padded ") == "\" padded \"");
  for (const char* sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    CHECK(csv_field(std::string(sign) + "1") == "'" + std::string(sign) + "1");
  CHECK(csv_field(" =1") == "' =1");
  CHECK(csv_field("\t=1") == "\\x09=1");
  CHECK(csv_field("a\r\nb") == "a\\x0d\\x0ab");
}

TEST_CASE("XML holds only characters that it allows, and no end of a CDATA section") {
  CHECK(xml_text("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(xml_text("x]]>y") == "x]]&gt;y");
  CHECK(xml_text(std::string_view("a\0b\x1b", 4)) == "a\xEF\xBF\xBD"
                                                     "b\xEF\xBF\xBD");
  CHECK(xml_text("\xEF\xBF\xBF") == "\xEF\xBF\xBD");  // U+FFFF
  CHECK(xml_text("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
}

TEST_CASE("HTML text shows what is invisible") {
  CHECK(html_text("<script>\xE2\x80\xAE") == "&lt;script&gt;\\u202e");
}

TEST_CASE("paths become relative URI references") {
  CHECK(uri_of("src/a b/größe.py") == "src/a%20b/gr%C3%B6%C3%9Fe.py");
  CHECK(uri_of("a:b/c%41?#") == "a%3Ab/c%2541%3F%23");
  CHECK(uri_of("a\xFF") == "a%EF%BF%BD");
}

TEST_CASE("paths outside the root are told apart") {
  CHECK(inside_root("a/b.py"));
  CHECK(inside_root("a/..b/c"));
  CHECK_FALSE(inside_root("../a"));
  CHECK_FALSE(inside_root("a/../../b"));
  CHECK_FALSE(inside_root("/etc/passwd"));
  CHECK_FALSE(inside_root(""));
}

TEST_CASE("workflow commands of GitHub are escaped, the percent sign first") {
  CHECK(github_data("50% of a,b:c\n") == "50%25 of a,b:c\\x0a");
  CHECK(github_property("a:b,c%0A") == "a%3Ab%2Cc%250A");
}

TEST_CASE("logging commands of Azure Pipelines cannot be closed or un-escaped from within") {
  CHECK(azure_property("a;b]c") == "a%3Bb%5Dc");
  CHECK(azure_data("a%0Ab;c") == "a％0Ab;c");
  CHECK(azure_property("%5D") == "％5D");
  CHECK(azure_data("##vso[x]") == "##vso\\x5bx]");
}
