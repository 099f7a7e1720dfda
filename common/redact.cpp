#include "common/redact.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text.h"

namespace ropc {
namespace {

constexpr std::size_t kMaxExcerpt = 240;

/// Folded endings of names whose values are secrets or name a person.
constexpr std::array<std::string_view, 22> kSecretNames = {
    "password", "passwd",       "passphrase",    "passwort",    "pwd",       "pass",    "secret",   "clientsecret",
    "apikey",   "accesskey",    "accesstoken",   "refreshtoken", "idtoken",  "token",   "assertion", "authorization",
    "username", "useremail",    "loginhint",     "email",       "login",     "userid"};

bool name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool secret_name(std::string_view name) {
  const std::string folded = folded_name(name);
  return std::any_of(kSecretNames.begin(), kSecretNames.end(),
                     [&](std::string_view end) { return folded.ends_with(end); });
}

/// Where a value that follows a name begins, when what stands between is a separator: `=`, `:`, `=>`, `,` after a
/// quoted name, `(` of a setter, `"]=`. Nothing when the name is not followed by a value.
std::optional<std::size_t> value_start(std::string_view line, std::size_t name_begin, std::size_t at) {
  // A comma separates only in `f("name", value)`; in `"a", "password", "b"` the name is itself a value.
  const std::string_view before = trim(line.substr(0, name_begin == 0 ? 0 : name_begin - 1));
  const bool first_argument = !before.empty() && before.back() == '(';
  bool closed_quote = false;
  bool separated = false;
  while (at < line.size()) {
    const char c = line[at];
    if (c == ' ' || c == '\t' || c == ']' || c == '\\') {
      ++at;
    } else if ((c == '"' || c == '\'' || c == '`') && !separated && !closed_quote) {
      closed_quote = true;
      ++at;
    } else if (c == '=' || c == ':' || c == '(' || c == '>' || (c == ',' && closed_quote && first_argument)) {
      separated = true;
      ++at;
    } else {
      break;
    }
  }
  if (!separated || at >= line.size()) return std::nullopt;
  return at;
}

/// End of the value at `at`, and whether it is one that must go. Placeholders and variables stay: they are no secret
/// and a reader needs them.
struct Value {
  std::size_t begin, end;
  bool secret;
};
Value value_at(std::string_view line, std::size_t at) {
  const char c = line[at];
  if (c == '"' || c == '\'' || c == '`') {
    std::size_t end = at + 1;
    while (end < line.size() && line[end] != c) end += line[end] == '\\' ? 2 : 1;
    end = std::min(end, line.size());
    const std::string_view inner = line.substr(at + 1, end - at - 1);
    const bool placeholder = inner.empty() || inner.front() == '$' || inner.front() == '{' || inner.front() == '<' ||
                             inner.front() == '%';
    return {at + 1, end, !placeholder};
  }
  std::size_t end = at;
  while (end < line.size() && std::string_view("&\"'` \t,;)}]>").find(line[end]) == std::string_view::npos) ++end;
  const bool placeholder = c == '$' || c == '{' || c == '<' || c == '%' || c == '@' || c == '&' || end == at;
  // `password = get_password(` and `password: String` are code, not a value
  const bool call = line.substr(at, end - at).find('(') != std::string_view::npos;
  return {at, end, !placeholder && !call};
}

/// `Basic` and `Bearer` stand before the secret in an Authorization header.
bool scheme_word(std::string_view word) {
  return equal_ignoring_case(word, "basic") || equal_ignoring_case(word, "bearer");
}

/// Length of a token that shows itself as a secret: a JWT, a PEM key line, long base64/hex. 0: none here.
std::size_t shaped_secret(std::string_view line, std::size_t at) {
  if (at > 0 && name_char(line[at - 1])) return 0;
  std::size_t end = at;
  bool digit = false;
  bool letter = false;
  while (end < line.size() && (name_char(line[end]) || line[end] == '+' || line[end] == '/' || line[end] == '.' ||
                               line[end] == '=')) {
    digit |= line[end] >= '0' && line[end] <= '9';
    letter |= (line[end] >= 'a' && line[end] <= 'z') || (line[end] >= 'A' && line[end] <= 'Z');
    ++end;
  }
  const std::string_view word = line.substr(at, end - at);
  if (word.starts_with("eyJ") && word.size() > 20) return word.size();
  const bool path_like = word.find('/') != std::string_view::npos || word.find('.') != std::string_view::npos;
  return word.size() >= 40 && digit && letter && !path_like ? word.size() : 0;
}

std::string cleaned(std::string_view line) {
  std::string out;
  std::size_t at = 0;
  while (at < line.size()) {
    if (const std::size_t length = shaped_secret(line, at); length > 0) {
      out += kRedacted;
      at += length;
      continue;
    }
    if (!name_char(line[at])) {
      out += line[at++];
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && name_char(line[end])) ++end;
    const std::string_view name = line.substr(at, end - at);
    out += name;
    at = end;
    if (!secret_name(name)) {
      if (scheme_word(name)) {
        const std::size_t word = line.find_first_not_of(' ', at);
        if (word != std::string_view::npos && word > at) {
          const Value value = value_at(line, word);
          if (value.secret && value.end - value.begin >= 8) {
            out += line.substr(at, value.begin - at);
            out += kRedacted;
            at = value.end;
          }
        }
      }
      continue;
    }
    const auto start = value_start(line, at - name.size(), at);
    if (!start) continue;
    Value value = value_at(line, *start);
    if (scheme_word(line.substr(value.begin, value.end - value.begin)))
      value = value_at(line, std::min(line.find_first_not_of(' ', value.end), line.size() - 1));
    if (!value.secret) continue;
    out += line.substr(at, value.begin - at);
    out += kRedacted;
    at = value.end;
  }
  return out;
}

/// `https://user:password@host` → the part before '@' goes.
std::string without_user_info(std::string line) {
  for (std::size_t at = line.find("://"); at != std::string::npos; at = line.find("://", at + 3)) {
    const std::size_t from = at + 3;
    const std::size_t end = line.find_first_of("/ \"'`<>", from);
    const std::size_t sign = line.rfind('@', end == std::string::npos ? line.size() - 1 : end);
    if (sign != std::string::npos && sign > from && line.find(':', from) < sign) line.replace(from, sign - from, kRedacted);
  }
  return line;
}

}  // namespace

RedactedText redact(std::string_view line) {
  std::string text = valid_utf8(without_user_info(cleaned(trim(line).substr(0, 4096))));
  if (text.size() > kMaxExcerpt) {
    std::size_t cut = kMaxExcerpt;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    text.resize(cut);
    text += "…";
  }
  return RedactedText(std::move(text));
}

}  // namespace ropc
