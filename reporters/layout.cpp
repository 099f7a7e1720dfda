#include "reporters/layout.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kGap = 2;        // blanks between columns
constexpr std::size_t kNarrowest = 8;  // of a column that shrinks

struct Range {
  std::uint32_t first, last;
};

// Coarse blocks of Unicode's East_Asian_Width W and F, and of combining marks: enough to keep columns straight.
constexpr std::array<Range, 12> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F680, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 6> kZero = {
    {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, std::uint32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& r) { return c >= r.first && c <= r.last; });
}

std::size_t width_of(std::uint32_t c) {
  if (within(kZero, c)) return 0;
  return within(kWide, c) ? 2 : 1;
}

/// Length in bytes of the longest start of `text` that takes at most `width` columns.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t bytes = 0;
  std::size_t used = 0;
  while (bytes < text.size()) {
    const Utf8Char c = decode_utf8(text.substr(bytes));
    used += width_of(c.value);
    if (used > width) break;
    bytes += c.length;
  }
  return bytes;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t have = display_width(text);
  const std::string blanks(width > have ? width - have : 0, ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Utf8Char c = decode_utf8(text);
    width += width_of(c.value);
    text.remove_prefix(c.length);
  }
  return width;
}

std::string fitted(std::string_view text, std::size_t width) {
  if (bytes_within(text, width) == text.size()) return std::string(text);
  if (width == 0) return {};
  return std::string(text.substr(0, bytes_within(text, width - 1))) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) lines.push_back(std::exchange(line, {}));
    while (display_width(word) > width) {
      const std::size_t cut = std::max(bytes_within(word, width), decode_utf8(word).length);
      if (!line.empty()) lines.push_back(std::exchange(line, {}));
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
      if (word.empty()) break;
    }
    if (word.empty()) continue;
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

std::string Painter::operator()(Ink ink, std::string_view text) const {
  constexpr std::array<std::string_view, 8> codes = {"", "1", "2", "31", "33", "32", "35", "36"};
  const std::string_view code = codes[static_cast<std::size_t>(ink)];
  if (!on_ || code.empty() || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::vector<std::size_t> Table::widths(std::size_t width) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t widest = display_width(columns_[i].head);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[i].text));
    out.push_back(widest);
  }
  std::size_t total = std::accumulate(out.begin(), out.end(), kGap * (columns_.size() - 1));
  while (total > width) {
    // The widest of the columns that shrink gives a column at a time; so all end up alike.
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].shrinks && out[i] > kNarrowest && (widest == columns_.size() || out[i] > out[widest])) widest = i;
    if (widest == columns_.size()) break;
    std::size_t second = kNarrowest;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].shrinks && i != widest && out[i] < out[widest]) second = std::max(second, out[i]);
    const std::size_t step = std::min(total - width, std::max<std::size_t>(1, out[widest] - second));
    out[widest] -= step;
    total -= step;
  }
  return out;
}

std::vector<std::string> Table::lines(std::size_t width, const Painter& paint) const {
  const std::vector<std::size_t> wide = widths(width);
  std::vector<std::string> out;
  const auto add_line = [&](auto text_of, auto ink_of) {
    std::string line;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::string cell = padded(fitted(text_of(i), wide[i]), wide[i], columns_[i].right);
      if (i + 1 == columns_.size() && !columns_[i].right) cell = std::string(cell.substr(0, cell.find_last_not_of(' ') + 1));
      line += (i == 0 ? std::string() : std::string(kGap, ' ')) + paint(ink_of(i), cell);
    }
    out.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
  };
  add_line([&](std::size_t i) { return std::string_view(columns_[i].head); }, [](std::size_t) { return Ink::dim; });
  for (const auto& row : rows_)
    add_line([&](std::size_t i) { return std::string_view(row[i].text); }, [&](std::size_t i) { return row[i].ink; });
  return out;
}

}  // namespace ropc::reporters
