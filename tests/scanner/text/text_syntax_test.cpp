#include "scanner/text/text_syntax.h"

#include "tests/support/catch.h"

using ropc::scanner::text_syntax;

TEST_CASE("languages differ in what they call a comment and a value") {
  CHECK(text_syntax("java").slash_comments);
  CHECK(text_syntax("java").code);
  CHECK_FALSE(text_syntax("bash").code);
  CHECK(text_syntax("markdown").prose);
  CHECK_FALSE(text_syntax("no-such-language").code);
  CHECK_FALSE(text_syntax("no-such-language").prose);
}
