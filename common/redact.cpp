#include "common/redact.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text.h"

namespace ropc {
namespace {

constexpr std::size_t kMaxLine = 4096;
constexpr std::size_t kMaxExcerpt = 240;

/// Folded endings of names whose values are secrets or name a person.
constexpr std::array<std::string_view, 25> kSecretNames = {
    "password",  "passwd",      "passphrase",   "passwort", "pwd",       "pass",          "secret",   "clientsecret",
    "apikey",    "accesskey",   "accesstoken",  "idtoken",  "token",     "refreshtoken",  "assertion", "authorization",
    "username",  "useremail",   "userid",       "user",     "loginhint", "email",         "login",     "upn",
    "userprincipalname"};

/// Words between a name and its value in pairs spelled out: `key="password" value="x"`, `"password" to "x"`.
constexpr std::array<std::string_view, 3> kBridges = {"value", "to", "default"};

/// Unquoted words that are no value: types, nothing, switches.
constexpr std::array<std::string_view, 16> kHarmless = {"string", "str",   "char", "text", "securestring", "null",
                                                        "nil",    "none",  "true", "false", "undefined",    "any",
                                                        "object", "bytes", "var",  "new"};

/// A call whose name holds one of these looks something up, and its argument says where; other calls wrap the value.
constexpr std::array<std::string_view, 12> kLookups = {"env",  "get",    "read",  "config", "prompt", "input",
                                                       "ask",  "vault",  "param", "prop",   "find",   "load"};

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::string_view of(std::string_view line) const { return line.substr(begin, end - begin); }
};

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool name_char(char c) { return letter(c) || digit(c) || c == '_' || c == '-'; }
bool blank(char c) { return c == ' ' || c == '\t'; }
bool quote(char c) { return c == '"' || c == '\'' || c == '`'; }

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool secret_name(std::string_view name) {
  const std::string folded = folded_name(name);
  return std::any_of(kSecretNames.begin(), kSecretNames.end(),
                     [&](std::string_view end) { return folded.ends_with(end); });
}

std::size_t end_of_name(std::string_view line, std::size_t at) {
  while (at < line.size() && name_char(line[at])) ++at;
  return at;
}

/// Length of one placeholder at `at`: $name, ${…}, #{…}, {{…}}, {…}, <…>, %name%, %s. 0: none.
std::size_t placeholder(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const auto until = [&](std::size_t from, char close) {
    // A bracket that opens far away from its end, or around a pair, is no placeholder.
    const std::size_t end = rest.find_first_of("\"'`&=<>{}()", from);
    return end == std::string_view::npos || rest[end] != close ? 0 : end + 1;
  };
  if (rest.starts_with("${") || rest.starts_with("#{") || rest.starts_with("$(")) return until(2, rest[1] == '(' ? ')' : '}');
  if (rest.starts_with("{{")) return until(2, '}');
  if (rest[0] == '{') return until(1, '}');
  if (rest[0] == '<') return until(1, '>');
  if (rest[0] == '$' && rest.size() > 1 && (letter(rest[1]) || rest[1] == '_')) return end_of_name(rest, 1);
  if (rest.starts_with("%s") || rest.starts_with("%@")) return 2;
  if (rest[0] == '%' && rest.size() > 1 && letter(rest[1])) {
    const std::size_t end = end_of_name(rest, 1);
    return end < rest.size() && rest[end] == '%' ? end + 1 : 0;
  }
  return 0;
}

/// Whether nothing but placeholders, blanks and punctuation is in `text`: it is no secret, and a reader needs it.
bool only_placeholders(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = placeholder(text, at);
    if (length == 0 && (letter(text[at]) || digit(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)) return false;
    at += std::max<std::size_t>(length, 1);
  }
  return true;
}

struct Value {
  Span at;
  bool secret = false;
};

Value quoted_value(std::string_view line, std::size_t open) {
  std::size_t end = open + 1;
  while (end < line.size() && line[end] != line[open]) end += line[end] == '\\' ? 2 : 1;
  const Span inner{open + 1, std::min(end, line.size())};
  const std::string_view text = inner.of(line);
  // No language that knows `$name` expands it between single quotes.
  const bool verbatim = line[open] == '\'' && text.starts_with('$') && !text.starts_with("${") && !text.starts_with("$(");
  return {inner, verbatim || !only_placeholders(text)};
}

Value bare_value(std::string_view line, std::size_t begin, bool to_line_end) {
  const std::string_view stops = to_line_end ? "\"'`,;" : "&\"'` \t,;)}]>";
  std::size_t end = begin;
  while (end < line.size() && stops.find(line[end]) == std::string_view::npos) {
    const std::size_t length = placeholder(line, end);
    end += std::max<std::size_t>(length, 1);
  }
  const Span at{begin, std::min(end, line.size())};
  return {at, !only_placeholders(at.of(line)) && !among(kHarmless, folded_name(at.of(line)))};
}

/// The value at `at`. `f("x")`: the literal, unless `f` looks something up. `@"x"`, `L"x"`, `new String("x")`: likewise.
Value value_at(std::string_view line, std::size_t at, bool form_field, bool to_line_end) {
  if (quote(line[at])) return quoted_value(line, at);
  std::size_t end = at;
  while (end < line.size() && (name_char(line[end]) || line[end] == ':' || line[end] == '.' || line[end] == '@')) ++end;
  if (end > at && end - at <= 3 && end < line.size() && quote(line[end])) return quoted_value(line, end);
  if (line.substr(at).starts_with("new ")) return value_at(line, at + 4, false, false);
  if (!form_field && end > at && end < line.size() && line[end] == '(') {
    const std::string callee = folded_name(line.substr(at, end - at));
    const bool lookup = std::any_of(kLookups.begin(), kLookups.end(),
                                    [&](std::string_view word) { return callee.find(word) != std::string::npos; });
    const std::size_t argument = line.find_first_not_of(" \t@", end + 1);
    if (lookup || argument == std::string_view::npos || !quote(line[argument])) return {{at, end}, false};
    return quoted_value(line, argument);
  }
  return bare_value(line, at, to_line_end);
}

/// Whether a value that began on `name` would run to the end of the line: `password: correct horse` in YAML, .env and
/// properties files, where the name is the line's first word.
bool starts_line(std::string_view line, std::size_t name_begin) {
  std::string_view before = trim(line.substr(0, name_begin));
  if (before.starts_with("export ") || before.starts_with("set ")) return false;
  return std::all_of(before.begin(), before.end(), [](char c) { return name_char(c) || c == '.' || c == '"'; }) &&
         before.find(' ') == std::string_view::npos;
}

/// Whether a string that was opened with `mark` is still open at the end of `before`.
bool inside_quotes(std::string_view before, char mark) { return std::count(before.begin(), before.end(), mark) % 2 == 1; }

/// The literal that is joined on after a string's end: `"&password=" + "x"`.
std::optional<Value> appended(std::string_view line, std::size_t at) {
  at = line.find_first_not_of(" \t+.<,&", at);
  if (at == std::string_view::npos || !quote(line[at])) return std::nullopt;
  return quoted_value(line, at);
}

/// The value that belongs to the name at `name`; nothing when none follows.
std::optional<Value> value_of(std::string_view line, Span name) {
  const char before = name.begin == 0 ? '\0' : line[name.begin - 1];
  const bool quoted_name = quote(before);
  const bool flag = name.of(line).front() == '-';
  bool closed = false;
  bool comma = false;
  std::string separators;
  std::size_t at = name.end;
  while (at < line.size()) {
    const char c = line[at];
    if (blank(c) || c == ']' || c == '\\' || (c == ')' && closed && separators.empty())) {
      if (blank(c) && flag && separators.empty()) separators += ' ';
      ++at;
    } else if (quote(c) && separators.empty() && !closed) {
      closed = true;
      ++at;
    } else if (c == '=' || c == ':' || c == '(' || c == '>' || (c == '-' && line.substr(at).starts_with("->"))) {
      separators += c;
      ++at;
    } else if (c == ',' && closed && separators.empty()) {
      separators += c;
      comma = true;
      ++at;
    } else if (const Span word{at, end_of_name(line, at)}; closed && among(kBridges, folded_name(word.of(line)))) {
      separators += ' ';
      at = word.end;
    } else {
      break;
    }
  }
  if (separators.empty() || at >= line.size()) return std::nullopt;
  // `"password", name` is two arguments; only after an opening bracket does the second belong to the first.
  const std::string_view left = trim(line.substr(0, quoted_name ? name.begin - 1 : name.begin));
  const bool first = !left.empty() && (left.back() == '(' || left.back() == '{' || left.back() == '[' || left.back() == '@');
  const bool literal = quote(line[at]) || line[at] == '@' || (at + 1 < line.size() && quote(line[at + 1]));
  const bool bridged = closed && separators == " ";
  if (((comma && !first) || bridged) && !literal) return std::nullopt;
  const bool form_field = separators == "=" && (quoted_name || before == '&' || before == '?') && !closed;
  if (form_field && quote(line[at]) && inside_quotes(line.substr(0, name.begin), line[at])) return appended(line, at + 1);
  const bool to_line_end = !quoted_name && (separators == "=" || separators == ":") && starts_line(line, name.begin);
  return value_at(line, at, form_field, to_line_end);
}

/// `Basic` and `Bearer` stand before the secret in an Authorization header.
bool scheme_word(std::string_view word) {
  return equal_ignoring_case(word, "basic") || equal_ignoring_case(word, "bearer");
}

/// What follows such a word at `at`, when it is long enough to be no word of a sentence.
std::optional<Value> secret_of_scheme(std::string_view line, std::size_t at) {
  const std::size_t begin = line.find_first_not_of(' ', at);
  if (begin == std::string_view::npos || begin == at) return std::nullopt;
  const Value value = value_at(line, begin, true, false);
  return value.at.end - value.at.begin >= 8 ? std::optional(value) : std::nullopt;
}

/// Length of a token that shows itself as a secret: a JWT, a PEM key line, long base64/hex. 0: none here.
std::size_t shaped_secret(std::string_view line, std::size_t at) {
  if (at > 0 && name_char(line[at - 1])) return 0;
  std::size_t end = at;
  bool digits = false;
  bool letters = false;
  while (end < line.size() && (name_char(line[end]) || std::string_view("+/.=").find(line[end]) != std::string_view::npos)) {
    digits |= digit(line[end]);
    letters |= letter(line[end]);
    ++end;
  }
  const std::string_view word = line.substr(at, end - at);
  if (word.starts_with("eyJ") && word.size() > 20) return word.size();
  const bool path_like = word.find('/') != std::string_view::npos || word.find('.') != std::string_view::npos;
  return word.size() >= 40 && digits && letters && !path_like ? word.size() : 0;
}

/// What has to go of `value`; nothing when it is no secret, or only looks like one: a name that has a value of its own
/// is left to its own turn, and of `"key": "password", "value": "x"` the last goes.
std::optional<Span> secret_part(std::string_view line, const Value& value) {
  const Span inner{value.at.begin, end_of_name(line, value.at.begin)};
  const std::string_view word = inner.of(line);
  const bool whole = inner.end == value.at.end || (inner.end + 1 == value.at.end && (line[inner.end] == ':' || line[inner.end] == '='));
  if (scheme_word(word) && secret_of_scheme(line, inner.end)) return std::nullopt;
  const bool bridge = among(kBridges, folded_name(word));
  if (whole && (bridge || secret_name(word))) {
    const auto next = value_of(line, inner);
    if (next && !bridge) return std::nullopt;
    if (next && bridge) return next->secret ? std::optional(next->at) : std::nullopt;
  }
  return value.secret ? std::optional(value.at) : std::nullopt;
}

/// What has to go after the name at `name`; nothing when all may stay.
std::optional<Span> secret_after(std::string_view line, Span name) {
  const std::string_view word = name.of(line);
  if (scheme_word(word)) {
    const auto value = secret_of_scheme(line, name.end);
    return value ? secret_part(line, *value) : std::nullopt;
  }
  const bool user_flag = (word == "-u" || word == "--user") && line.find(':', name.end) != std::string_view::npos;
  if (!user_flag && !secret_name(word)) return std::nullopt;
  const auto value = value_of(line, name);
  return value ? secret_part(line, *value) : std::nullopt;
}

std::string cleaned(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    if (const std::size_t length = shaped_secret(line, at); length > 0) {
      out += kRedacted;
      at += length;
    } else if (!name_char(line[at])) {
      out += line[at++];
    } else {
      const Span name{at, end_of_name(line, at)};
      const auto secret = secret_after(line, name);
      const std::size_t keep = secret ? secret->begin : name.end;
      out += line.substr(at, keep - at);
      at = keep;
      if (secret) {
        out += kRedacted;
        at = std::max(secret->end, secret->begin);
      }
    }
  }
  return out;
}

/// `https://user:password@host`: the part before '@' goes.
std::string without_user_info(std::string line) {
  for (std::size_t at = line.find("://"); at != std::string::npos; at = line.find("://", at + 3)) {
    const std::size_t from = at + 3;
    const std::size_t end = line.find_first_of("/ \"'`<>", from);
    const std::size_t sign = line.rfind('@', end == std::string::npos ? line.size() - 1 : end);
    if (sign != std::string::npos && sign > from && line.find(':', from) < sign) line.replace(from, sign - from, kRedacted);
  }
  return line;
}

/// Objective-C writes the value first: `@"x", @"password"` and `setObject:@"x" forKey:@"password"`.
std::string without_values_before_names(std::string line) {
  if (line.find("forKey:") == std::string::npos && line.find("ObjectsAndKeys:") == std::string::npos) return line;
  for (std::size_t at = line.find("@\""); at != std::string::npos; at = line.find("@\"", at + 2)) {
    const Value first = quoted_value(line, at + 1);
    std::size_t next = first.at.end + 1;
    while (next < line.size() && (blank(line[next]) || line[next] == ',')) ++next;
    if (line.compare(std::min(next, line.size()), 7, "forKey:") == 0) next += 7;
    if (next + 1 >= line.size() || line[next] != '@' || line[next + 1] != '"') continue;
    const Value second = quoted_value(line, next + 1);
    if (first.secret && secret_name(second.at.of(line)))
      line.replace(first.at.begin, first.at.end - first.at.begin, kRedacted);
  }
  return line;
}

}  // namespace

RedactedText redact(std::string_view line) {
  const std::string start(trim(line).substr(0, kMaxLine));
  std::string text = valid_utf8(without_user_info(cleaned(without_values_before_names(start))));
  if (text.size() > kMaxExcerpt) {
    std::size_t cut = kMaxExcerpt;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    text.resize(cut);
    text += "…";
  }
  return RedactedText(std::move(text));
}

}  // namespace ropc
