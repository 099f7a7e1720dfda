#include "scanner/placeholders/placeholder.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/config/template_holes.h"

namespace ropc::scanner {
namespace {

bool name_char(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), name_char);
}

std::string_view unquoted(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
    return text.substr(1, text.size() - 2);
  return text;
}

/// Without the words that say where a name is looked up.
std::string_view bare_name(std::string_view name) {
  constexpr std::array<std::string_view, 11> sources = {"env.",  "env:",  "vars.", "_.",     "sys:",    "systemProperty.",
                                                        "vars:", "ENV.",  "self:custom.", "param:", "inputs."};
  if (name.starts_with('.')) name.remove_prefix(1);
  for (const std::string_view source : sources)
    if (name.starts_with(source)) return name.substr(source.size());
  return name;
}

/// `NAME`, `NAME:default`, `NAME:-default`, `NAME-default`; JMeter's `__P(name,default)`.
void read_braces(std::string_view inside, Placeholder& out) {
  inside = trim(inside);
  if (inside.starts_with("__P(") || inside.starts_with("__property(")) {
    const std::string_view arguments = inside.substr(inside.find('(') + 1, inside.rfind(')') - inside.find('(') - 1);
    out.name = trim(arguments.substr(0, std::min(arguments.find(','), arguments.size())));
    if (const std::size_t comma = arguments.rfind(','); comma != std::string_view::npos)
      out.fallback = std::string(trim(arguments.substr(comma + 1)));
    return;
  }
  inside = bare_name(inside);
  std::size_t end = 0;
  while (end < inside.size() && name_char(inside[end]) && inside.substr(end, 2) != "--") ++end;
  std::string_view rest = inside.substr(end);
  std::string_view name = inside.substr(0, end);
  if (rest.empty() && name.find('-') != std::string_view::npos && name.find('.') == std::string_view::npos) {
    rest = name.substr(name.find('-'));  // a shell's default: no name of a variable holds '-'
    name = name.substr(0, name.find('-'));
  }
  if (!rest.empty() && rest.front() != ':' && rest.front() != '-' && rest.front() != '?') return;
  out.name = name;
  if (rest.starts_with(":?") || rest.starts_with("?") || rest.empty()) return;
  rest.remove_prefix(rest.starts_with(":-") || rest.starts_with(":=") ? 2 : 1);
  out.fallback = std::string(rest);
}

/// `a`, `.Values.a`, `a | default "b"`, `a | default('b', true)`, `lookup('env', 'A')`, `default "b" .Values.a`.
void read_mustache(std::string_view inside, Placeholder& out) {
  while (!inside.empty() && (inside.front() == '-' || inside.front() == '{')) inside.remove_prefix(1);
  while (!inside.empty() && (inside.back() == '-' || inside.back() == '}')) inside.remove_suffix(1);
  inside = trim(inside);
  if (const std::size_t at = inside.find("default"); at != std::string_view::npos) {
    std::string_view after = trim(inside.substr(at + 7));
    if (after.starts_with('(')) after = trim(after.substr(1));
    const char quote = after.empty() ? ' ' : after.front();
    const std::size_t close = quote == '"' || quote == '\'' ? after.find(quote, 1) : std::string_view::npos;
    if (close != std::string_view::npos) {
      out.fallback = std::string(after.substr(1, close - 1));
      if (at == 0) inside = trim(after.substr(close + 1));
    }
  }
  if (const std::size_t env = inside.find("'env'"); inside.starts_with("lookup") && env != std::string_view::npos) {
    const std::size_t comma = inside.find(',', env);
    const std::size_t close = inside.find(')', env);
    if (comma < close && close != std::string_view::npos) inside = unquoted(inside.substr(comma + 1, close - comma - 1));
  }
  const std::string_view name = bare_name(trim(inside.substr(0, std::min(inside.find('|'), inside.size()))));
  if (is_name(name)) out.name = name;
}

/// The end of `open … close` on one line with a name between.
std::size_t enclosed(std::string_view text, std::size_t at, std::string_view open, std::string_view close) {
  if (text.substr(at, open.size()) != open) return at;
  std::size_t end = at + open.size();
  while (end < text.size() && (name_char(text[end]) || text[end] == '/')) ++end;
  return end > at + open.size() && text.substr(end, close.size()) == close ? end + close.size() : at;
}

bool read_at(std::string_view text, std::size_t at, Placeholder& out) {
  out.begin = at;
  if (text.substr(at, 3) == "${{") {
    out.end = config::hole_end(text, at + 1);
    if (out.end == at + 1) return false;
    read_mustache(text.substr(at + 3, out.end - at - 5), out);
    return true;
  }
  if (out.end = config::hole_end(text, at); out.end != at && text[at] != '<') {
    const std::string_view inside = text.substr(at + 2, out.end - at - (text[at] == '$' ? 3 : 4));
    text[at] == '$' ? read_braces(inside, out) : read_mustache(inside, out);
    return true;
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> brackets = {
      {{"$(", ")"}, {"((", "))"}, {"<<", ">>"}, {"%{", "}"}, {"#{", "}"}, {"%", "%"}}};
  for (const auto& [open, close] : brackets) {
    out.end = enclosed(text, at, open, close);
    if (out.end == at) continue;
    out.name = bare_name(text.substr(at + open.size(), out.end - at - open.size() - close.size()));
    return true;
  }
  if (text[at] != '$') return false;
  out.end = at + 1;
  while (out.end < text.size() && name_char(text[out.end]) && text[out.end] != '.' && text[out.end] != '-') ++out.end;
  const std::string_view name = text.substr(at + 1, out.end - at - 1);
  const bool variable = !name.empty() && ((name[0] >= 'A' && name[0] <= 'Z') || name[0] == '_' ||
                                          (at == 0 && out.end == text.size() && (name[0] < '0' || name[0] > '9')));
  if (variable) out.name = name;
  return variable;
}

}  // namespace

bool may_hold_placeholder(std::string_view text) {
  return text.find_first_of("${<%(#") != std::string_view::npos;
}

std::optional<Placeholder> next_placeholder(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find_first_of("${<%(#", from); at != std::string_view::npos;
       at = text.find_first_of("${<%(#", at + 1)) {
    Placeholder out;
    if (read_at(text, at, out)) return out;
  }
  return std::nullopt;
}

}  // namespace ropc::scanner
