#include "reporters/markdown_text.h"

#include "tests/support/catch.h"

using namespace ropc::reporters;

TEST_CASE("a code span holds any text") {
  CHECK(md_code("plain") == "`plain`");
  CHECK(md_code("a`b") == "``a`b``");
  CHECK(md_code("`a``") == "``` `a`` ```");
  CHECK(md_code(" a ") == "`  a  `");
  CHECK(md_code("") == "(empty)");
  CHECK(md_code("a\n# b") == "`a\\x0a# b`");
  CHECK(md_code(std::string(10'000, 'w')).size() < 130);
}

TEST_CASE("sentences keep their words and lose their markup") {
  CHECK(md_text("the client_id of *all*") == "the client_id of \\*all\\*");
  CHECK(md_text("_x_ <b> [a](b) ~~c~~ $d$ e|f `g`") ==
        "\\_x\\_ &lt;b&gt; \\[a\\](b) \\~\\~c\\~\\~ \\$d\\$ e\\|f `g`");
  CHECK(md_text("a ` b `` c") == "a `  b  `\\` c");
  CHECK(md_text("set `a_*b*|<c>` now") == "set `a_*b*|<c>` now");
  CHECK(md_text("a\\*b") == "a\\\\\\*b");
  CHECK(md_text("a & b") == "a &amp; b");
}

TEST_CASE("no sentence begins a block") {
  CHECK(md_text("# head") == "\\# head");
  CHECK(md_text("- item") == "\\- item");
  CHECK(md_text("+ item") == "\\+ item");
  CHECK(md_text("> quote") == "&gt; quote");
  CHECK(md_text("1. item") == "1\\. item");
  CHECK(md_text("12) item") == "12\\) item");
  CHECK(md_text("4 people") == "4 people");
  CHECK(md_text("===") == "\\===");
}

TEST_CASE("words that platforms link are code") {
  CHECK(md_text("ask @team about http://203.0.113.9/x and www.example.com in #12") ==
        "ask `@team` about `http://203.0.113.9/x` and `www.example.com` in `#12`");
  CHECK(md_text("C# code") == "C# code");
}

TEST_CASE("a cell of a table cannot end early") {
  CHECK(md_cell("a|b") == "a\\|b");
  CHECK(md_cell("a\\|b") == "a\\|b");
  CHECK(md_cell("a\\\\|b") == "a\\\\\\|b");
}

TEST_CASE("a fence is longer than any in the block") {
  CHECK(md_block("x\n```\ny", "sh", "  ") == "  ````sh\n  x\n  ```\n  y\n  ````\n");
}

TEST_CASE("only harmless web addresses become links") {
  CHECK(md_link("more", "https://www.example.com/a?b=c#d") == "[more](https://www.example.com/a?b=c#d)");
  CHECK(md_link("more", "javascript:alert(1)") == "`javascript:alert(1)`");
  CHECK(md_link("more", "https://example.com/)<b>") == "`https://example.com/)<b>`");
}
