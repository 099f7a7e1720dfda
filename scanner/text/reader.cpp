#include "scanner/text/reader.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/finding_of.h"

namespace ropc::scanner {
namespace {

constexpr std::size_t kMaxExpression = 40;   ///< tokens
constexpr std::size_t kMaxBracket = 600;     ///< tokens
constexpr std::size_t kMaxNameParts = 8;

bool joins(std::string_view mark) { return mark == "." || mark == "::" || mark == "->" || mark == "?." || mark == "\\"; }
bool opens(std::string_view mark) { return mark == "(" || mark == "[" || mark == "{"; }
bool closes(std::string_view mark) { return mark == ")" || mark == "]" || mark == "}"; }

/// Functions whose string argument names something and is no value.
constexpr std::array<std::string_view, 16> kLookups = {"get",   "getenv", "env",     "getstring", "getparameter", "param",
                                                       "params", "fetch",  "lookup", "config",    "getproperty",  "value",
                                                       "header", "input",  "getvalue", "field"};

bool any_in(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// `true`, `False`, `1`: a word that is its own value.
bool is_literal_word(std::string_view word) {
  if (equal_ignoring_case(word, "true") || equal_ignoring_case(word, "false")) return true;
  return word.size() < 20 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CredentialSource source_of(std::string_view expression) {
  const std::string text = lower(expression.substr(0, 300));
  if (any_in(text, {"getpass", "read-host", "readline", "prompt", "raw_input", "input(", "scanner(", "stdin", "readpassword",
                    "console.read", "read -s", "inquirer", "ask("}))
    return CredentialSource::prompt;
  if (any_in(text, {"vault", "secretmanager", "secretsmanager", "keyvault", "get_secret", "getsecret", "get-secret", "ssm.", "secrets."}))
    return CredentialSource::vault;
  if (any_in(text, {"process.env", "environ", "getenv", "env[", "env.", "${", "$env:", "env(", "import.meta.env", "std::env"}) ||
      text.starts_with('$'))
    return CredentialSource::environment;
  if (any_in(text, {"config", "settings", "properties", "options.", "getstring(", "{{"})) return CredentialSource::configuration;
  const std::string_view trimmed = trim(expression);
  if (!trimmed.empty() && (trimmed.front() == '"' || trimmed.front() == '\'' || trimmed.front() == '`')) {
    const bool filled = trimmed.size() > 2 && trimmed.find_first_of("{<%") == std::string_view::npos;
    return filled ? CredentialSource::literal : CredentialSource::unknown;
  }
  const bool name = !trimmed.empty() && trimmed.find_first_of(" ()\"'+") == std::string_view::npos;
  return name ? CredentialSource::parameter : CredentialSource::unknown;
}

Reader::Reader(const Document& document)
    : document_(&document), syntax_(&text_syntax(document.language)), tokens_(tokens_of(document.text, *syntax_)) {
  collect_constants();
}

std::string_view Reader::at(std::size_t index) const {
  return index < tokens_.size() ? tokens_[index].of(text()) : std::string_view();
}
bool Reader::is_string(std::size_t index) const {
  return index < tokens_.size() && tokens_[index].type == Token::Type::string;
}
bool Reader::is_word(std::size_t index) const { return index < tokens_.size() && tokens_[index].type == Token::Type::word; }
bool Reader::is_comment(std::size_t index) const {
  return index < tokens_.size() && tokens_[index].type == Token::Type::comment;
}
std::string Reader::content(std::size_t index) const {
  return is_string(index) ? decoded(tokens_[index].inner(text()), *syntax_) : std::string();
}

std::size_t Reader::next(std::size_t index) const {
  do ++index;
  while (is_comment(index));
  return std::min(index, tokens_.size());
}

std::size_t Reader::previous(std::size_t index) const {
  while (index-- > 0)
    if (!is_comment(index)) return index;
  return npos;
}

std::size_t Reader::closing(std::size_t index) const {
  int depth = 0;
  const std::size_t last = std::min(tokens_.size(), index + kMaxBracket);
  for (std::size_t i = index; i < last; ++i) {
    if (tokens_[i].type != Token::Type::mark) continue;
    if (opens(at(i))) ++depth;
    if (closes(at(i)) && --depth == 0) return i;
  }
  return last == 0 ? 0 : last - 1;
}

std::size_t Reader::token_at(std::size_t offset) const {
  const auto after = std::upper_bound(tokens_.begin(), tokens_.end(), offset,
                                      [](std::size_t o, const Token& token) { return o < token.begin; });
  if (after == tokens_.begin()) return npos;
  const auto index = static_cast<std::size_t>(after - tokens_.begin()) - 1;
  return offset < tokens_[index].end ? index : npos;
}

std::string Reader::dotted_from(std::size_t index, std::size_t& behind) const {
  std::string out(at(index));
  behind = index + 1;
  for (std::size_t parts = 1; parts < kMaxNameParts && joins(at(behind)) && is_word(behind + 1); ++parts) {
    out += '.';
    out += at(behind + 1);
    behind += 2;
  }
  return out;
}

std::string Reader::dotted_before(std::size_t index) const {
  std::string out;
  for (std::size_t parts = 0; parts < kMaxNameParts && index >= 2 && joins(at(index - 1)); ++parts) {
    std::size_t before = index - 2;
    if (at(before) == ")" || at(before) == "]") return out;  // the result of a call: no name
    if (!is_word(before) || at(before) == "new" || at(before) == "return") return out;
    out = out.empty() ? std::string(at(before)) : std::string(at(before)) + "." + out;
    index = before;
  }
  return out;
}

void Reader::define(std::string_view name, std::size_t string_token) {
  std::string text = content(string_token);
  if (text.size() > 300) return;
  const auto [entry, fresh] = constants_.try_emplace(std::string(name), Constant{text, string_token, false});
  if (!fresh && entry->second.text != text) entry->second.ambiguous = true;
}

/// NAME = "text", NAME: "text", NAME: String = "text", #define NAME "text", NAME("text") of an enum.
void Reader::collect_constants() {
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    if (!is_string(i) || is_comment(i - 1)) continue;
    std::size_t before = i - 1;
    if (at(before) == "@" || at(before) == "L") before = before == 0 ? 0 : before - 1;
    const std::string_view mark = at(before);
    if (before == 0) continue;
    if (mark == "=" || mark == ":=" || mark == ":" || mark == "=>") {
      std::size_t name = before - 1;
      if (mark == "=" && is_word(name) && name >= 2 && at(name - 1) == ":" && is_word(name - 2)) name -= 2;
      if (at(name) == "]" && name >= 2) name -= at(name - 1) == "[" ? 2 : 0;  // char NAME[] = "…"
      if (is_word(name)) define(at(name), i);
    } else if (is_word(before) && before >= 2 && at(before - 1) == "define") {
      define(mark, i);
    } else if (mark == "(" && before >= 1 && is_word(before - 1) && at(i + 1) == ")") {
      const std::string_view name = at(before - 1);
      const bool constant = std::all_of(name.begin(), name.end(), [](char c) { return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
      if (constant && name.size() > 1) define(name, i);
    }
  }
}

void Reader::resolve(Value& value) const {
  if (value.known || value.name.empty()) return;
  if (is_literal_word(value.name)) {
    value.known = true;
    value.text = value.name;
    value.source = CredentialSource::literal;
    return;
  }
  const std::size_t dot = value.name.rfind('.');
  std::string_view last = std::string_view(value.name).substr(dot == std::string::npos ? 0 : dot + 1);
  while (!last.empty() && (last.front() == '$' || last.front() == '@')) last.remove_prefix(1);
  auto at = constants_.find(last);
  if (at == constants_.end()) at = constants_.find("$" + std::string(last));
  if (at == constants_.end() || at->second.ambiguous) return;
  value.known = true;
  value.text = at->second.text;
  const Token& token = tokens_[at->second.token];
  const Location where = location_of(*document_, {token.begin, token.end});
  value.path.push_back({where, "the value is defined here", redact(line_text(text(), document_->lines, where.line))});
}

std::vector<Value> Reader::expression(std::size_t index, std::size_t& behind) const {
  std::vector<Value> out;
  int depth = 0;
  const std::size_t first = index;
  std::size_t i = index;
  for (; i < tokens_.size() && i < first + kMaxExpression; ++i) {
    const Token& token = tokens_[i];
    if (token.type == Token::Type::comment) continue;
    const std::string_view word = at(i);
    if (token.type == Token::Type::mark) {
      if (opens(word)) ++depth;
      if (closes(word) && --depth < 0) break;
      if (depth == 0 && (word == "," || word == ";")) break;
      continue;
    }
    // A statement ends with its line where nothing joins it to the next one.
    if (depth == 0 && i > first && tokens_[i - 1].type != Token::Type::mark &&
        document_->lines.line(token.begin) != document_->lines.line(tokens_[i - 1].end - 1))
      break;
    Value value;
    if (token.type == Token::Type::string) {
      const bool index_key = i > first && at(i - 1) == "[" && i >= 2 && (is_word(i - 2) || at(i - 2) == "]" || at(i - 2) == ")");
      const bool looked_up = i > first && at(i - 1) == "(" && i >= 2 && is_word(i - 2) &&
                             std::find(kLookups.begin(), kLookups.end(), folded_name(at(i - 2))) != kLookups.end();
      if (index_key || looked_up) continue;
      value.known = true;
      value.text = content(i);
      // What a call is given need not be what it answers: getpass("Password: ").
      if (depth == 0) value.source = CredentialSource::literal;
    } else {
      std::size_t after = i;
      value.name = dotted_from(i, after);
      i = after - 1;
      if (at(after) == "(") continue;  // a call: its arguments may be values, its name is none
      resolve(value);
    }
    out.push_back(std::move(value));
  }
  behind = i;
  return out;
}

}  // namespace ropc::scanner
