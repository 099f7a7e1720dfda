#include "scanner/sections.h"

#include <algorithm>
#include <string>

namespace ropc::scanner {
namespace {

constexpr std::size_t kHead = 32U << 10;
constexpr std::size_t kHeadLine = 1'000;
constexpr std::size_t kLong = 512U << 10;
constexpr std::size_t kLongSection = 256U << 10;
constexpr std::size_t kPacked = 64U << 10;
constexpr std::size_t kPackedSection = 32U << 10;
constexpr std::size_t kPackedLine = 200;

bool begins_line_of_its_own(char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '}' && c != ')' && c != ']'; }

/// Whether a byte is the second or a later one of a character.
bool inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The last place in (from, to] for which `fits` holds; `from` when there is none.
template <class Fits>
std::size_t last_place(std::size_t from, std::size_t to, const Fits& fits) {
  while (to > from && !fits(to)) --to;
  return to;
}

/// The first lines of a text; none of packed code.
std::string_view head_of(std::string_view text) {
  std::size_t end = 0;
  while (end < std::min(text.size(), kHead)) {
    const std::size_t line_end = text.find('\n', end);
    if (line_end == std::string_view::npos || line_end - end > kHeadLine) break;
    end = line_end + 1;
  }
  return text.substr(0, end);
}

/// Where a section that begins at `begin` ends; `limit` is the last place where it may.
std::size_t cut(std::string_view text, std::size_t begin, std::size_t limit) {
  const std::size_t from = limit - (limit - begin) / 4;
  const auto line = [&](std::size_t at) { return text[at - 1] == '\n'; };
  const auto margin = [&](std::size_t at) { return line(at) && begins_line_of_its_own(text[at]); };
  const auto mark = [&](std::size_t at) { return text[at - 1] == ';' || text[at - 1] == ','; };
  std::size_t end = last_place(from, limit, margin);
  if (end == from) end = last_place(from, limit, line);
  if (end == from) end = last_place(from, limit, mark);
  if (end != from) return end;
  for (end = limit; end > begin + 1 && end > limit - 3 && inside_character(text[end]); --end) {
  }
  return end;
}

void move(Location& where, const Document& whole, std::uint32_t first_line, std::uint32_t first_column) {
  if (where.path != whole.path || where.line == 0) return;
  if (where.line == 1 && where.column > 0) where.column += first_column - 1;
  if (where.end_line == 1 && where.end_column > 0) where.end_column += first_column - 1;
  where.line += first_line - 1;
  if (where.end_line > 0) where.end_line += first_line - 1;
}

}  // namespace

std::size_t section_size(std::string_view text) {
  if (text.size() <= kPacked) return 0;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  if (text.size() / lines > kPackedLine) return kPackedSection;
  return text.size() > kLong ? kLongSection : 0;
}

std::vector<Region> sections_of(std::string_view text, std::size_t size) {
  std::vector<Region> out;
  for (std::size_t begin = 0; begin < text.size(); begin = out.back().end) {
    const bool last = text.size() - begin <= size;
    out.push_back({begin, last ? text.size() : cut(text, begin, begin + size)});
  }
  return out;
}

Document document_of(const Document& whole, Region section) {
  std::string text = whole.text.substr(section.begin, section.end - section.begin);
  LineIndex lines(text);
  const bool packed = text.size() / lines.lines() > kPackedLine;
  return Document{.path = whole.path,
                  .text = std::move(text),
                  .language = whole.language,
                  .lines = std::move(lines),
                  .inner_name = whole.inner_name,
                  .variables = whole.variables,
                  .head = std::string(head_of(std::string_view(whole.text).substr(0, section.begin))),
                  .packed = packed,
                  .test_code = whole.test_code,
                  .vendored = whole.vendored,
                  .sample_code = whole.sample_code};
}

void move_out(Finding& finding, const Document& whole, Region section) {
  const std::uint32_t line = whole.lines.line(section.begin);
  const std::uint32_t column = whole.lines.column(section.begin);
  move(finding.where, whole, line, column);
  for (auto* places : {&finding.related, &finding.flow})
    for (RelatedPlace& place : *places) move(place.where, whole, line, column);
}

}  // namespace ropc::scanner
