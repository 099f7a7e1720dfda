#include "scanner/text/lexer.h"

#include <algorithm>
#include <array>

namespace ropc::scanner {
namespace {

constexpr std::size_t kMaxString = 64U << 10;

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\0'; }

constexpr std::array<std::string_view, 22> kPairsOfMarks = {"=>", "==", "!=", "::", "->", ":=", "<-", "&&", "||", "<<", "+=",
                                                            "..", "?.", "??", "<=", ">=", "=~", "<>", "?:", ".=", "//", "/*"};

class Lexer {
 public:
  Lexer(std::string_view text, const TextSyntax& syntax) : text_(text), syntax_(&syntax) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      if (blank(text_[at_])) {
        ++at_;
      } else if (!comment() && !string() && !word()) {
        mark();
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] bool after_blank() const { return at_ == 0 || blank(text_[at_ - 1]) || text_[at_ - 1] == ';'; }

  void put(Token::Type type, std::size_t end, std::size_t inner_begin, std::size_t inner_end) {
    end = std::min(end, text_.size());
    out_.push_back({type, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end),
                    static_cast<std::uint32_t>(inner_begin), static_cast<std::uint32_t>(std::min(inner_end, end))});
    at_ = end;
  }
  void put(Token::Type type, std::size_t end) { put(type, end, at_, end); }

  /// A block that begins with `open` here and ends with `close`; one without an end reaches to the end of the text.
  bool block(std::string_view open, std::string_view close) {
    if (!rest().starts_with(open)) return false;
    const std::size_t end = text_.find(close, at_ + open.size());
    put(Token::Type::comment, end == std::string_view::npos ? text_.size() : end + close.size());
    return true;
  }

  bool line_comment(bool begins) {
    if (!begins) return false;
    put(Token::Type::comment, std::min(text_.find('\n', at_), text_.size()));
    return true;
  }

  bool comment() {
    const char c = text_[at_];
    const TextSyntax& s = *syntax_;
    if (c == '/' && s.slash_comments) {
      // "https://…" outside of quotes is no comment.
      const bool url = at_ > 0 && text_[at_ - 1] == ':';
      return block("/*", "*/") || line_comment(rest().starts_with("//") && !url);
    }
    if (c == '#' && s.hash_comments) return line_comment(after_blank());
    if (c == '-' && s.dash_comments) return block("--[[", "]]") || line_comment(rest().starts_with("--"));
    if (c == ';' && s.semicolon_comments) return line_comment(after_blank());
    if (c == '\'' && s.quote_comments) return line_comment(true);
    if (c == '%' && s.percent_comments) return line_comment(true);
    if (c == '<' && s.markup_comments) return block("<!--", "-->");
    if (c == '<' && s.angle_hash_comments) return block("<#", "#>");
    if (c == '{' && s.brace_comments) return block("{", "}");
    if (c == '(' && s.brace_comments) return block("(*", "*)");
    return false;
  }

  bool string() {
    const char c = text_[at_];
    if (syntax_->triple_quotes && (rest().starts_with("\"\"\"") || rest().starts_with("'''"))) {
      const std::size_t end = text_.find(text_.substr(at_, 3), at_ + 3);
      if (end == std::string_view::npos) return false;
      put(Token::Type::string, end + 3, at_ + 3, end);
      return true;
    }
    if (c == '"') return quoted(c, syntax_->multi_line, kMaxString);
    if (c == '`' && syntax_->back_quotes) return quoted(c, true, kMaxString);
    if (c == '\'' && syntax_->single_quotes)
      return quoted(c, syntax_->multi_line, syntax_->char_quotes ? 8 : kMaxString);
    return false;
  }

  bool quoted(char quote, bool multi_line, std::size_t longest) {
    // Where a search has found no end, quotes that are passed on the way are escaped ones: they open nothing.
    std::size_t& no_end_before = no_end_before_[quote == '"' ? 0 : quote == '\'' ? 1 : 2];
    if (at_ < no_end_before) return false;
    const std::size_t last = std::min(text_.size(), at_ + longest);
    std::size_t i = at_ + 1;
    for (; i < last; ++i) {
      if (text_[i] == quote) {
        put(Token::Type::string, i + 1, at_ + 1, i);
        return true;
      }
      if (text_[i] == '\n' && !multi_line) break;
      if (text_[i] == '\\' && syntax_->escapes) ++i;
    }
    no_end_before = i;
    return false;
  }

  bool word() {
    std::size_t end = at_;
    while (end < text_.size() && word_char(text_[end])) ++end;
    if (end == at_) return false;
    put(Token::Type::word, end);
    return true;
  }

  void mark() {
    for (const std::string_view two : kPairsOfMarks)
      if (rest().starts_with(two)) {
        const bool three = (two == "==" || two == "!=") && rest().substr(2).starts_with("=");
        return put(Token::Type::mark, at_ + (three ? 3 : 2));
      }
    put(Token::Type::mark, at_ + 1);
  }

  std::string_view text_;
  const TextSyntax* syntax_;
  std::size_t at_ = 0;
  std::array<std::size_t, 3> no_end_before_{};  ///< of ", ' and `
  std::vector<Token> out_;
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// ASCII character of \xXX or \uXXXX at `at` (after the letter); -1: none.
int escaped_code(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  if (at + digits > text.size()) return -1;
  for (std::size_t i = 0; i < digits; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value > 0 && value < 0x80 ? value : -1;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, const TextSyntax& syntax) { return Lexer(text, syntax).run(); }

std::string decoded(std::string_view inner, const TextSyntax& syntax) {
  if (!syntax.escapes || inner.find('\\') == std::string_view::npos) return std::string(inner);
  std::string out;
  out.reserve(inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\' || i + 1 >= inner.size()) {
      out += inner[i];
      continue;
    }
    const char c = inner[++i];
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
    const int code = digits > 0 ? escaped_code(inner, i + 1, digits) : -1;
    if (code > 0) {
      out += static_cast<char>(code);
      i += digits;
    } else if (c == 'n' || c == 'r') {
      out += '\n';
    } else if (c == 't') {
      out += '\t';
    } else if (c == '(') {
      out += "\\(";  // Swift's interpolation
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace ropc::scanner
