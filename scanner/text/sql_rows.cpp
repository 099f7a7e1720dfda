#include "scanner/text/sql_rows.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include "common/text.h"

namespace ropc::scanner {
namespace {

constexpr std::size_t kMaxColumns = 200;
constexpr std::size_t kMaxCell = 10'000;

struct Token {
  enum class Type : std::uint8_t { end, word, text, mark };
  Type type = Type::end;
  std::string value;  ///< of a literal and a name without quotes; a mark's one character
  Region where;

  [[nodiscard]] bool is(std::string_view word) const { return type == Type::word && equal_ignoring_case(value, word); }
  [[nodiscard]] bool is(char mark) const { return type == Type::mark && value[0] == mark; }
};

bool word_char(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '@';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Token next() {
    skip();
    Token out;
    out.where.begin = at_;
    if (at_ < text_.size()) read(out);
    out.where.end = at_;
    return out;
  }

 private:
  /// Blanks and comments.
  void skip() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\n' || rest.front() == '\r') {
        ++at_;
      } else if (rest.starts_with("--") || rest.starts_with("#")) {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (rest.starts_with("/*") && !rest.starts_with("/*!")) {
        const std::size_t close = text_.find("*/", at_ + 2);
        at_ = close == std::string_view::npos ? text_.size() : close + 2;
      } else {
        return;
      }
    }
  }

  void read(Token& out) {
    const char c = text_[at_];
    if (c == '\'' || c == '"' || c == '`') {
      out.type = c == '\'' ? Token::Type::text : Token::Type::word;
      return quoted(c, out.value);
    }
    if (!word_char(c)) {
      out.type = Token::Type::mark;
      out.value = c;
      ++at_;
      return;
    }
    out.type = Token::Type::word;
    while (at_ < text_.size() && word_char(text_[at_])) out.value += text_[at_++];
  }

  /// Up to the closing quote; a doubled one and one behind a backslash are part of the text.
  void quoted(char quote, std::string& out) {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      const bool pair = at_ + 1 < text_.size() && ((c == '\\' && quote == '\'') || (c == quote && text_[at_ + 1] == quote));
      if (c == quote && !pair) break;
      if (pair) ++at_;
      if (out.size() < kMaxCell) out += text_[at_];
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Words that begin a constraint of a table, not a column.
bool is_constraint(const Token& token) {
  constexpr std::array<std::string_view, 9> words = {"primary", "constraint", "unique", "key", "index", "foreign", "check", "exclude", "fulltext"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return token.is(word); });
}

class Script {
 public:
  Script(std::string_view text, const std::function<void(const SqlRow&)>& tell) : lexer_(text), tell_(tell) {}

  void read() {
    for (advance(); token_.type != Token::Type::end;) {
      const bool insert = token_.is("insert") || token_.is("replace");
      const bool create = token_.is("create");
      const bool update = token_.is("update");
      advance();
      if (insert) insert_into();
      if (create && token_.is("table")) create_table();
      if (update) set_columns();
    }
  }

 private:
  void advance() { token_ = lexer_.next(); }
  [[nodiscard]] bool ended() const { return token_.type == Token::Type::end || token_.is(';'); }

  /// The last part of `a.b.c`, in any quotes; "IF NOT EXISTS" before it is passed over.
  std::string name() {
    while (token_.is("if") || token_.is("not") || token_.is("exists")) advance();
    std::string out;
    while (token_.type == Token::Type::word || token_.is('.') || token_.is('[') || token_.is(']')) {
      if (token_.type == Token::Type::word) out = token_.value;
      const bool word = token_.type == Token::Type::word;
      advance();
      if (word && token_.type == Token::Type::word) break;
    }
    return folded_name(out);
  }

  std::vector<std::string> columns() {
    std::vector<std::string> out;
    for (advance(); !ended() && !token_.is(')'); advance())
      if (token_.type == Token::Type::word && out.size() < kMaxColumns) out.push_back(token_.value);
    advance();
    return out;
  }

  void create_table() {
    advance();
    std::vector<std::string>& known = tables_[name()];
    if (!token_.is('(')) return;
    known.clear();
    int depth = 1;
    bool first = true;
    for (advance(); token_.type != Token::Type::end && depth > 0; advance()) {
      if (token_.is('(')) ++depth;
      if (token_.is(')')) --depth;
      if (depth == 1 && first && token_.type == Token::Type::word && !is_constraint(token_) && known.size() < kMaxColumns)
        known.push_back(token_.value);
      first = depth == 1 && (token_.is(',') || (first && (token_.is('['))));
    }
  }

  void insert_into() {
    for (int words = 0; words < 5 && token_.type == Token::Type::word && !token_.is("into"); ++words) advance();
    if (!token_.is("into")) return;
    advance();
    const std::string table = name();
    std::vector<std::string> names = token_.is('(') ? columns() : tables_[table];
    if (!token_.is("values") && !token_.is("value")) return;
    advance();
    while (token_.is('(')) {
      row(names);
      if (token_.is(',')) advance();
    }
  }

  /// One `( … )`: a cell is known when one literal stands in it ('x', N'x', 'x'::text, CAST('x' AS text)).
  void row(const std::vector<std::string>& names) {
    SqlRow out;
    Token literal;
    std::size_t column = 0;
    std::size_t literals = 0;
    int depth = 1;
    for (advance(); token_.type != Token::Type::end && depth > 0; advance()) {
      if (token_.is('(')) ++depth;
      if (token_.is(')')) --depth;
      if (token_.type == Token::Type::text && ++literals == 1) literal = token_;
      if ((depth == 1 && token_.is(',')) || depth == 0) {
        if (literals == 1 && column < names.size()) out.push_back({names[column], std::move(literal.value), literal.where});
        ++column;
        literals = 0;
      }
    }
    if (!out.empty()) tell_(out);
  }

  void set_columns() {
    const std::string table = name();
    if (table.empty()) return;
    SqlRow out;
    std::string column;
    bool assigned = false;
    for (; !ended() && out.size() < kMaxColumns; advance()) {
      if (token_.type == Token::Type::text && assigned && !column.empty())
        out.push_back({column, std::move(token_.value), token_.where});
      assigned = token_.is('=');
      if (token_.type == Token::Type::word) column = token_.value;
    }
    if (!out.empty()) tell_(out);
  }

  Lexer lexer_;
  const std::function<void(const SqlRow&)>& tell_;
  Token token_;
  std::map<std::string, std::vector<std::string>> tables_;  ///< columns by folded name
};

}  // namespace

void sql_rows(std::string_view text, const std::function<void(const SqlRow&)>& tell) { Script(text, tell).read(); }

}  // namespace ropc::scanner
