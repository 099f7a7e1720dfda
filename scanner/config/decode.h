#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ropc::scanner::config {

/// Value of a hex digit; -1 for other characters.
int hex_value(char c) noexcept;

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, std::uint32_t c);

/// The content of a JSON string without its escapes (RFC 8259 §7); unknown escapes are the character itself, lone
/// surrogates U+FFFD.
std::string json_unescaped(std::string_view raw);

/// application/x-www-form-urlencoded (WHATWG URL §5.1): `+` is a blank, `%XX` a byte; what is no escape stays.
std::string form_decoded(std::string_view raw);

}  // namespace ropc::scanner::config
