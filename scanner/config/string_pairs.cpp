#include "scanner/config/string_pairs.h"

#include <algorithm>

#include "common/text.h"
#include "scanner/config/decode.h"
#include "scanner/config/template_holes.h"

namespace ropc::scanner::config {
namespace {

bool name_char(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
         c == '[' || c == ']';
}

bool blank(char c) noexcept { return c == ' ' || c == '\t'; }

constexpr std::size_t kMaxName = 120;

/// Start of the name that ends at `end`; of a percent-encoded text `%26name` the part behind the escape.
std::size_t name_begin(std::string_view text, std::size_t end, bool encoded) {
  std::size_t at = end;
  while (at > 0 && end - at < kMaxName && name_char(text[at - 1])) --at;
  if (encoded && at >= 1 && text[at - 1] == '%' && end - at > 2) at += 2;
  while (at < end && (text[at] == '-' || text[at] == '[' || text[at] == ']')) ++at;  // options
  return at;
}

/// End of an unquoted value. Holes of templates are passed whole.
std::size_t value_end(std::string_view text, std::size_t at) {
  constexpr std::string_view stops = "&\"'<>;,)]}|\\`\n\r\t ";
  while (at < text.size()) {
    const std::size_t hole = text[at] == '<' ? at : hole_end(text, at);
    if (hole != at)
      at = hole;
    else if (stops.find(text[at]) != std::string_view::npos)
      break;
    else
      ++at;
  }
  return at;
}

/// The place of an equals sign, plain or percent-encoded.
struct Equals {
  std::size_t at = std::string_view::npos;
  std::size_t after = 0;
  bool encoded = false;
};

Equals next_equals(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find_first_of("=%", from); at != std::string_view::npos; at = text.find_first_of("=%", at + 1)) {
    if (text[at] == '=') return {at, at + 1, false};
    const std::string_view code = text.substr(at, 5);
    if (equal_ignoring_case(code.substr(0, 3), "%3D")) return {at, at + 3, true};
    if (equal_ignoring_case(code, "%253D")) return {at, at + 5, true};
  }
  return {};
}

void read_value(std::string_view text, std::size_t at, bool encoded, StringPair& out) {
  const std::size_t slashes = at < text.size() && text[at] == '\\' ? 1 : 0;  // an escaped quote
  const char quote = at + slashes < text.size() ? text[at + slashes] : ' ';
  if (quote == '"' || quote == '\'') {
    const std::size_t begin = at + slashes + 1;
    const std::size_t close = text.substr(begin, 400).find(quote);
    const std::size_t end = close == std::string_view::npos ? value_end(text, begin) : begin + close;
    out.end = end;
    out.value = form_decoded(text.substr(begin, end - begin));
    while (slashes != 0 && out.value.ends_with('\\')) out.value.pop_back();
    return;
  }
  std::size_t end = value_end(text, at);
  if (encoded)
    for (const std::string_view stop : {"%26", "%2526", "%22", "%20", "%0"})
      end = std::min(end, std::min(text.substr(0, end).find(stop, at), end));
  out.end = end;
  out.value = form_decoded(text.substr(at, end - at));
}

}  // namespace

std::vector<StringPair> string_pairs(std::string_view text) {
  std::vector<StringPair> out;
  bool query = false;
  std::size_t seen = 0;
  for (Equals equals = next_equals(text, 0); equals.at != std::string_view::npos;) {
    std::size_t end = equals.at;
    const char before = end > 0 ? text[end - 1] : ' ';
    std::size_t after = equals.after;
    const bool twice = after < text.size() && text[after] == '=';
    while (after < text.size() && text[after] == '=') ++after;
    const bool arrow = after < text.size() && text[after] == '>';
    StringPair pair;
    pair.compared = twice || before == '!' || before == '~';
    if (pair.compared && !twice) --end;
    bool spaced = false;
    while (end > 0 && blank(text[end - 1])) --end, spaced = true;
    pair.begin = name_begin(text, end, equals.encoded);
    while (spaced && after < text.size() && blank(text[after])) ++after;
    if (pair.begin < end && !arrow && before != '<' && before != '>') {
      pair.key = text.substr(pair.begin, end - pair.begin);
      if (pair.key.find('%') != std::string::npos) pair.key = form_decoded(pair.key);
      for (; seen < pair.begin; ++seen) {
        if (text[seen] == '?') query = true;
        if (text[seen] == '\n' || text[seen] == ' ' || text[seen] == '"') query = false;
      }
      pair.query = query;
      read_value(text, after, equals.encoded, pair);
      out.push_back(std::move(pair));
    }
    equals = next_equals(text, std::max(after, equals.after));
  }
  return out;
}

}  // namespace ropc::scanner::config
