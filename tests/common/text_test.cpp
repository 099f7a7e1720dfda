#include "common/text.h"

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("spellings of one name fold to one") {
  CHECK(folded_name("grant_type") == folded_name("grantType"));
  CHECK(folded_name("GRANT-TYPE") == "granttype");
}

TEST_CASE("the nearest known key is suggested, a far one is not") {
  CHECK(nearest("langauges", {"languages", "title"}) == "languages");
  CHECK(nearest("zzzzz", {"languages", "title"}).empty());
}

TEST_CASE("foreign text cannot steer a terminal") {
  CHECK(printable("a\x1b[31mb\r\n") == "a\\x1b[31mb\\x0d\\x0a");
  CHECK(printable("x\xE2\x80\xAEy") == "x\\u202ey");
  CHECK(printable("é🙂") == "é🙂");
  CHECK(valid_utf8("a\xC0\x80") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}
