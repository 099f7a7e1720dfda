#include "scanner/syntax/literal.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::syntax;

namespace {

std::string content(std::string_view literal, const StringStyle& style = {}) {
  const Quoted how = unquote(literal, style);
  return decode(literal.substr(how.begin, how.end - how.begin), style.escape, how);
}

/// The pieces of the first string of a text, holes in angle brackets.
std::string pieces(const char* language, const std::string& text) {
  const auto tree = parse(*find_language(language), text, {});
  REQUIRE(tree);
  for (NodeId id = 0; id < tree->size(); ++id) {
    if (tree->form(id) != Form::string && tree->form(id) != Form::heredoc) continue;
    std::string out;
    for (const Piece& piece : pieces_of(*tree, id)) {
      out += piece.hole != kNone ? "<" + std::string(tree->text(piece.hole)) + ">" : piece.is_hole() ? "<" + piece.hole_name + ">" : piece.text;
    }
    return out;
  }
  return "no string";
}

}  // namespace

TEST_CASE("quotes of every kind come off") {
  CHECK(content("\"plain\"") == "plain");
  CHECK(content("''").empty());
  CHECK(content("\"\"\"three\"\"\"") == "three");
  CHECK(content("b'bytes'") == "bytes");
  CHECK(content("R\"x(raw)x\"") == "raw");
  CHECK(content("r#\"ra\"w\"#") == "ra\"w");
  CHECK(content("[==[long]==]") == "long");
  CHECK(content("q{perl}") == "perl");
  CHECK(content("@\"objective\"") == "objective");
  CHECK(content("grant_type=password") == "grant_type=password");
  CHECK(content("<<EOT\nline\nEOT") == "line");
}

TEST_CASE("escapes are decoded as the language has them") {
  CHECK(content("\"a\\x62\\u0063\\u{64}\\145\\n\"") == "abcde\n");
  CHECK(content("'a\\x62'", {.single_is_raw = true}) == "a\\x62");
  CHECK(content("`a\\n`", {.backtick_is_raw = true}) == "a\\n");
  CHECK(content("@\"a\\\"\"b\"", {.doubled_quote = true}) == "a\\\"b");
  CHECK(content("\"a`nb\"", {.escape = '`'}) == "a\nb");
  CHECK(content("\"unfinished\\") == "unfinished\\");
}

TEST_CASE("holes are told from text") {
  CHECK(pieces("javascript", "x = `a${b.c}d`") == "a<${b.c}>d");
  CHECK(pieces("kotlin", "val x = \"a${b}c$d\"") == "a<b>c<d>");
  CHECK(pieces("swift", "let x = \"a\\(b)c\"") == "a<b>c");
  CHECK(pieces("php", "<?php $x = \"a{$b}c$d\";") == "a<$b>c<$d>");
  CHECK(pieces("ruby", "x = <<~T\n  a#{b}\nT\n").find("<#{b}>") != std::string::npos);
  CHECK(pieces("groovy", "def x = \"a${b.c}d$e\"") == "a<b.c>d<e>");
}

TEST_CASE("a list of words") {
  const auto tree = parse(*find_language("ruby"), "x = %w[one two]", {});
  REQUIRE(tree);
  for (NodeId id = 0; id < tree->size(); ++id) {
    if (tree->form(id) != Form::words) continue;
    const auto words = words_of(*tree, id);
    REQUIRE(words.size() == 2);
    CHECK(words[1].text == "two");
    CHECK(words[1].source == 11);
  }
}
