#include "logparsers/utf16.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
std::string converted(const std::string& bytes, Utf16 order) {
  const auto source = from_utf16(memory_source(bytes), order);
  std::string out;
  char buffer[7];
  while (const std::size_t got = source->read(buffer, sizeof buffer).value()) out.append(buffer, got);
  return out;
}
}  // namespace

TEST_CASE("both orders are recognised, with a mark or without") {
  using namespace std::string_literals;
  CHECK(utf16_of("\xFF\xFE"
                 "a\0"s) == Utf16::little);
  CHECK(utf16_of("\xFE\xFF\0a"s) == Utf16::big);
  CHECK(utf16_of("{\0\"\0a\0\"\0"s) == Utf16::little);
  CHECK(utf16_of("\0{\0\"\0a\0\""s) == Utf16::big);
  CHECK_FALSE(utf16_of("{\"a\":1}\n\n"));
  CHECK_FALSE(utf16_of("\0\0\0\0\0\0\0\0"s));
  CHECK_FALSE(utf16_of(""));
}

TEST_CASE("characters of every length are converted, halves are replaced") {
  using namespace std::string_literals;
  CHECK(converted("a\0\xDC\0\xAC\x20\x3D\xD8\xD2\xDE"s, Utf16::little) == "a\xC3\x9C\xE2\x82\xAC\xF0\x9F\x9B\x92");
  CHECK(converted("\0a\xD8\x3D\0b"s, Utf16::big) == "a\xEF\xBF\xBD"
                                                    "b");
  CHECK(converted("a\0b"s, Utf16::little) == "a\xEF\xBF\xBD");
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "x\0"s;
  CHECK(converted(many, Utf16::little) == std::string(100'000, 'x'));
}
