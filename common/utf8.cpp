#include "common/utf8.h"

namespace ropc {
namespace {

/// How a lead byte goes on: number of continuation bytes and the range of the first of them (Unicode, table 3-7).
struct Lead {
  std::size_t more = 0;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
};

Lead lead_of(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

}  // namespace

Utf8Char decode_utf8(std::string_view text) {
  const auto first = static_cast<std::uint8_t>(text.front());
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.more == 0) return {};
  std::uint32_t value = first & (0x3FU >> lead.more);
  for (std::size_t i = 1; i <= lead.more; ++i) {
    const std::uint8_t next = i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    const std::uint8_t low = i == 1 ? lead.low : std::uint8_t{0x80};
    const std::uint8_t high = i == 1 ? lead.high : std::uint8_t{0xBF};
    if (next < low || next > high) return {0xFFFD, i, false};
    value = (value << 6U) | (next & 0x3FU);
  }
  return {value, lead.more + 1, true};
}

std::uint32_t utf16_column(std::string_view line, std::uint32_t column) {
  if (column == 0) return 0;
  std::size_t bytes = column - 1;
  std::uint32_t units = 0;
  while (bytes > 0 && !line.empty()) {
    const Utf8Char c = decode_utf8(line);
    if (c.length > bytes) return units + 1;  // inside a character: where it begins
    units += c.value >= 0x10000 ? 2 : 1;
    bytes -= c.length;
    line.remove_prefix(c.length);
  }
  return units + static_cast<std::uint32_t>(bytes) + 1;
}

}  // namespace ropc
