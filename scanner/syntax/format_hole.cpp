#include "scanner/syntax/format_hole.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::scanner::syntax {

std::optional<FormatHole> percent_hole(std::string_view text, std::size_t i) {
  FormatHole out;
  std::size_t at = i + 1;
  if (at < text.size() && text[at] == '%') return FormatHole{at + 1, -2, {}, true};
  if (at < text.size() && text[at] == '(') {  // %(name)s
    const std::size_t close = text.find(')', at);
    if (close == std::string_view::npos) return std::nullopt;
    out.name = std::string(text.substr(at + 1, close - at - 1));
    at = close + 1;
  }
  const std::size_t digits = at;
  while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '-' || text[at] == '+' || text[at] == '.' || text[at] == '#')) ++at;
  if (at < text.size() && text[at] == '$') {  // %1$s
    out.index = 0;
    for (std::size_t d = digits; d < at; ++d) out.index = std::min(1000, out.index * 10 + (text[d] - '0'));
    --out.index;
    ++at;
  }
  while (at < text.size() && (text[at] == 'l' || text[at] == 'z' || text[at] == 'h')) ++at;
  constexpr std::string_view kKinds = "sSdiuvqxXfgeEc@pbt";
  if (at >= text.size() || kKinds.find(text[at]) == std::string_view::npos) return std::nullopt;
  out.end = at + 1;
  return out;
}

std::optional<FormatHole> brace_hole(std::string_view text, std::size_t i) {
  if (i + 1 < text.size() && text[i + 1] == '{') return FormatHole{i + 2, -2, {}, true};
  const std::size_t close = text.find('}', i);
  if (close == std::string_view::npos || close - i > 60) return std::nullopt;
  std::string_view inside = text.substr(i + 1, close - i - 1);
  inside = inside.substr(0, inside.find_first_of(":,!"));
  FormatHole out;
  out.end = close + 1;
  if (inside.empty()) return out;
  if (std::ranges::all_of(inside, [](char c) { return c >= '0' && c <= '9'; }) && inside.size() < 4) {
    out.index = 0;
    for (const char c : inside) out.index = out.index * 10 + (c - '0');
    return out;
  }
  if (std::ranges::all_of(inside, [](char c) { return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || c == '.'; })) {
    out.name = std::string(inside);
    return out;
  }
  return std::nullopt;
}

}  // namespace ropc::scanner::syntax
