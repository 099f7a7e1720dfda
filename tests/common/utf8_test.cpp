#include "common/utf8.h"

#include "tests/support/catch.h"

using ropc::decode_utf8;
using ropc::utf16_column;

TEST_CASE("characters of every length are decoded") {
  CHECK(decode_utf8("a").value == 'a');
  CHECK(decode_utf8("é").value == 0xE9);
  CHECK(decode_utf8("€").value == 0x20AC);
  CHECK(decode_utf8("😀").value == 0x1F600);
  CHECK(decode_utf8("😀").length == 4);
}

TEST_CASE("bad bytes take the longest run that could begin a character") {
  const auto bad = [](std::string_view text) {
    const ropc::Utf8Char c = decode_utf8(text);
    return c.valid ? std::size_t{0} : c.length;
  };
  CHECK(bad("\x80") == 1);          // continuation without lead
  CHECK(bad("\xC0\x80") == 1);      // overlong
  CHECK(bad("\xE0\x80\x80") == 1);  // overlong
  CHECK(bad("\xED\xA0\x80") == 1);  // surrogate
  CHECK(bad("\xE2\x82") == 2);      // cut short
  CHECK(bad("\xF0\x9F\x98z") == 3);
  CHECK(bad("\xF4\x90\x80\x80") == 1);  // past U+10FFFF
  CHECK(bad("\xFF") == 1);
}

TEST_CASE("byte columns become UTF-16 columns") {
  CHECK(utf16_column("abc", 3) == 3);
  CHECK(utf16_column("é=1", 3) == 2);    // é is two bytes, one unit
  CHECK(utf16_column("😀=1", 5) == 3);   // four bytes, two units
  CHECK(utf16_column("é", 2) == 1);      // inside é
  CHECK(utf16_column("ab", 5) == 5);     // past the end
  CHECK(utf16_column("ab", 0) == 0);
  CHECK(utf16_column("\xFFx", 2) == 2);
}
