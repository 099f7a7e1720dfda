#include "scanner/syntax/text_pairs.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/values.h"

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxKey = 60;

bool key_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}
bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Skips a closing quote of the key, written plainly or escaped.
bool skip_quote(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  while (at < text.size() && text[at] == '\\') ++at;
  if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '`')) {
    ++at;
    return true;
  }
  at = start;
  return false;
}

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && blank(text[at])) ++at;
}

/// What a value cannot hold.
bool ends_value(std::string_view text, std::size_t at, bool quoted) {
  const char c = text[at];
  if (quoted) return c == '"' || c == '\'' || c == '`' || c == '\\' || c == '\n';
  constexpr std::string_view kEnds = "&\"'`;,)}]<>\\|#";
  if (blank(c) || kEnds.find(c) != std::string_view::npos) return true;
  return c == '%' && at + 2 < text.size() && text[at + 1] == '2' && (text[at + 2] == '6' || text[at + 2] == '2' || text[at + 2] == '7');
}

/// Whether the text around a pair is a request and not a sentence.
bool request_like(std::string_view text) {
  constexpr auto kSigns = std::to_array<std::string_view>({"curl", "wget", "http:", "https:", "://", " -d", "--data", "-H ", "Content-Type", "HTTP/", "POST "});
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool prose_at(std::string_view text, const TextPair& pair) {
  const char before = pair.key == 0 ? '\0' : text[pair.key - 1];
  const char after = pair.value_end >= text.size() ? '\0' : text[pair.value_end];
  if (pair.shape == "json-string" || after == '&' || after == '%' || before == '&' || before == '?') return false;
  const bool word_before = before == ' ' || before == '(' || before == '`' || before == ',' || before == ':';
  const bool word_after = (after == ' ' || after == '.' || after == ',' || after == ')') && pair.value_end + 1 < text.size() && text[pair.value_end + 1] != '\n';
  return (word_before || word_after) && !request_like(text);
}

/// Reads what follows a key at `at`; false: no pair.
bool read_value(std::string_view text, std::size_t at, TextPair& pair) {
  const bool quoted_key = skip_quote(text, at);
  std::size_t sign = at;
  skip_blanks(text, sign);
  const bool percent = at + 2 < text.size() && text[at] == '%' && text[at + 1] == '3' && (text[at + 2] == 'D' || text[at + 2] == 'd');
  if (percent) {
    at += 3;
    pair.shape = "form-string";
  } else if (at < text.size() && text[at] == '=' && (at + 1 >= text.size() || (text[at + 1] != '=' && text[at + 1] != '~'))) {
    at += at + 1 < text.size() && text[at + 1] == '>' ? 2 : 1;
    pair.shape = "form-string";
  } else if (sign < text.size() && (text[sign] == ':' || (quoted_key && text[sign] == '='))) {
    const bool line_start = pair.key == 0 || text[pair.key - 1] == '\n';
    if (!quoted_key && !line_start) return false;
    at = sign + (text.substr(sign, 2) == "=>" ? 2 : 1);
    skip_blanks(text, at);
    pair.shape = quoted_key ? "json-string" : "header";
  } else {
    return false;
  }
  pair.value = at;
  pair.open = at >= text.size();
  const bool quoted = skip_quote(text, at);
  pair.value = at;
  while (at < text.size() && !ends_value(text, at, quoted)) ++at;
  pair.value_end = at;
  return true;
}

}  // namespace

std::vector<TextPair> pairs_in(std::string_view text, const std::function<bool(std::string_view)>& wanted) {
  std::vector<TextPair> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!key_char(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && key_char(text[end])) ++end;
    std::size_t begin = at;
    at = end;
    while (begin < end && text[begin] == '-') ++begin;  // --grant_type=…
    // "%26grant_type": the digits of an escape are no part of the key.
    if (begin >= 1 && text[begin - 1] == '%' && end - begin > 2) begin += 2;
    if (end == begin || end - begin > kMaxKey || !wanted(text.substr(begin, end - begin))) continue;
    TextPair pair;
    pair.key = begin;
    pair.key_end = end;
    if (!read_value(text, end, pair)) continue;
    const std::size_t word = text.substr(0, begin).find_last_of(" \n\t\"'");
    const std::size_t from = word == std::string_view::npos ? 0 : word + 1;
    if (pair.shape == "form-string" && text.substr(from, begin - from).find('?') != std::string_view::npos) pair.shape = "query-string";
    pair.prose = prose_at(text, pair);
    out.push_back(pair);
    at = std::max(at, pair.value_end);
  }
  return out;
}

}  // namespace ropc::scanner::syntax
