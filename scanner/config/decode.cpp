#include "scanner/config/decode.h"

namespace ropc::scanner::config {
namespace {

/// The four hex digits at `at`; more than 0xFFFF when they are none.
std::uint32_t hex4(std::string_view text, std::size_t at) {
  constexpr std::uint32_t bad = 0x10000;
  if (at + 4 > text.size()) return bad;
  std::uint32_t value = 0;
  for (const char c : text.substr(at, 4)) {
    const int digit = hex_value(c);
    if (digit < 0) return bad;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

/// Decodes `uXXXX` (with the second half of a pair) at `at`; returns how many characters it took.
std::size_t append_unicode(std::string& out, std::string_view raw, std::size_t at) {
  std::uint32_t c = hex4(raw, at + 1);
  if (c > 0xFFFF) {
    out += 'u';
    return 1;
  }
  std::size_t taken = 5;
  if (c >= 0xD800 && c < 0xDC00 && raw.substr(at + 5, 2) == "\\u") {
    const std::uint32_t low = hex4(raw, at + 7);
    if (low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
      taken = 11;
    }
  }
  append_utf8(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  return taken;
}

}  // namespace

int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto more = [&put, c](unsigned shift) { put(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    more(0);
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    more(6);
    more(0);
  } else {
    put(0xF0U | (c >> 18U));
    more(12);
    more(6);
    more(0);
  }
}

std::string json_unescaped(std::string_view raw) {
  constexpr std::string_view from = "bfnrt";
  constexpr std::string_view to = "\b\f\n\r\t";
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      out += raw[i];
      continue;
    }
    const char c = raw[++i];
    if (c == 'u')
      i += append_unicode(out, raw, i) - 1;
    else if (const std::size_t known = from.find(c); known != std::string_view::npos)
      out += to[known];
    else if (c != '\n')
      out += c;
  }
  return out;
}

std::string form_decoded(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const int high = raw[i] == '%' && i + 2 < raw.size() ? hex_value(raw[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(raw[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
      i += 2;
    } else {
      out += raw[i] == '+' ? ' ' : raw[i];
    }
  }
  return out;
}

}  // namespace ropc::scanner::config
