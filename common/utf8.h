#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ropc {

/// The character at the start of a text that may not be UTF-8.
struct Utf8Char {
  std::uint32_t value = 0xFFFD;  ///< code point; U+FFFD when the bytes are none
  std::size_t length = 1;        ///< bytes taken, at least 1; of bad bytes the longest run that could begin a character
  bool valid = false;
};

/// Decodes the first character of `text`, which must not be empty. Overlong forms and surrogates are refused; bad bytes
/// are taken as the Encoding Standard's UTF-8 decoder does, so that one U+FFFD here is one U+FFFD in a browser.
Utf8Char decode_utf8(std::string_view text);

/// Column in UTF-16 code units (from 1), as SARIF and editors count, of the byte at `column` (from 1) of `line`.
/// Columns past the end count a unit a byte; 0 stays 0.
std::uint32_t utf16_column(std::string_view line, std::uint32_t column);

}  // namespace ropc
