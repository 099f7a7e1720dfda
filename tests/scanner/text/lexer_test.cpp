#include "scanner/text/lexer.h"

#include <string>

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

/// Tokens as text, each with a letter for its type: w(ord) s(tring) c(omment) m(ark).
std::string told(std::string_view text, std::string_view language) {
  std::string out;
  for (const Token& token : tokens_of(text, text_syntax(language))) {
    out += out.empty() ? "" : " ";
    out += "wscm"[static_cast<int>(token.type)];
    out += ":" + std::string(token.of(text));
  }
  return out;
}

}  // namespace

TEST_CASE("code is words, strings, comments and marks") {
  CHECK(told("f.add(\"a b\", x); // c", "java") == "w:f m:. w:add m:( s:\"a b\" m:, w:x m:) m:; c:// c");
  CHECK(told("x = 'a' # c", "python") == "w:x m:= s:'a' c:# c");
  CHECK(told("a => b == c -> d", "java") == "w:a m:=> w:b m:== w:c m:-> w:d");
  CHECK(told("a === b", "javascript") == "w:a m:=== w:b");
}

TEST_CASE("strings end where their language ends them") {
  CHECK(told("'it' \"s", "java") == "s:'it' m:\" w:s");
  CHECK(told("\"a\\\"b\"", "java") == "s:\"a\\\"b\"");
  CHECK(told("\"\"\"a\n\"b\"\"\"", "python") == "s:\"\"\"a\n\"b\"\"\"");
  CHECK(told("`a\nb`", "javascript") == "s:`a\nb`");
  CHECK(told("-d '{\n}'", "bash") == "m:- w:d s:'{\n}'");
  CHECK(told("f<'a>(x: &'a str)", "rust") == "w:f m:< m:' w:a m:> m:( w:x m:: m:& m:' w:a w:str m:)");
}

TEST_CASE("comments of the languages") {
  CHECK(told("<!-- a --><b>", "xml") == "c:<!-- a --> m:< w:b m:>");
  CHECK(told("-- a\nb", "sql") == "c:-- a w:b");
  CHECK(told("' a\nb", "vb") == "c:' a w:b");
  CHECK(told("<# a #> b", "powershell") == "c:<# a #> w:b");
  CHECK(told("see http://x/#y", "yaml") == "w:see w:http m:: m:// w:x m:/ m:# w:y");
}

TEST_CASE("every byte that is no blank is in one token") {
  std::string text;
  for (int i = 1; i < 256; ++i) text += static_cast<char>(i);
  text += "\"unclosed 'x /* y";
  for (const char* language : {"java", "python", "bash", "xml", "sql", "pascal", "vb", "yaml", ""}) {
    std::size_t at = 0;
    for (const Token& token : tokens_of(text, text_syntax(language))) {
      CHECK(token.begin >= at);
      CHECK(token.end > token.begin);
      CHECK(token.inner_begin <= token.inner_end);
      for (; at < token.begin; ++at) CHECK(std::string_view(" \t\n\r\f\v").find(text[at]) != std::string_view::npos);
      at = token.end;
    }
  }
}

TEST_CASE("quotes without an end cost linear time") {
  std::string text = "\"";
  for (int i = 0; i < 300'000; ++i) text += "\\\"";
  CHECK(tokens_of(text, text_syntax("bash")).size() > 100);
}

TEST_CASE("escapes are undone where the language has them") {
  CHECK(decoded(R"(a\"b\u003dc\x41)", text_syntax("java")) == "a\"b=cA");
  CHECK(decoded(R"(a\nb)", text_syntax("powershell")) == "a\\nb");
}
