#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "scanner/config/decode.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

/// Functions whose value is that of their arguments, for what is asked here.
constexpr std::array<std::string_view, 10> kTransparent = {"jsonencode", "yamlencode", "merge",  "concat",   "toset",
                                                           "tolist",     "tomap",      "compact", "distinct", "flatten"};

bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }

bool name_char(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

class HclReader {
 public:
  explicit HclReader(std::string_view text) : text_(text), out_(text) {}

  Parsed read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    const NodeId document = add(kRoot, NodeType::map, {}, 0);
    body(document, '\0', 0);
    out_.tree.at(document).end = out_.tree.at(kRoot).end;
    return std::move(out_);
  }

 private:
  void stop(std::string why) {
    if (out_.fault.empty()) out_.fault = std::move(why) + " (byte " + std::to_string(at_) + ")";
    at_ = text_.size();
  }

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool more() const { return at_ < text_.size(); }

  NodeId add(NodeId parent, NodeType type, Text key, std::size_t begin) {
    const NodeId id = out_.tree.add(parent, type, key, begin);
    if (id == kNoNode) {
      stop("it has too many values");
      return kRoot;
    }
    out_.tree.at(id).value_at = static_cast<std::uint32_t>(std::min(at_, text_.size()));
    return id;
  }

  /// Passes blanks and comments; line ends too where `lines` says so.
  void skip(bool lines) {
    while (more()) {
      const char c = peek();
      if (blank(c) || (lines && c == '\n'))
        ++at_;
      else if (c == '#' || (c == '/' && peek(1) == '/'))
        comment(text_.find('\n', at_));
      else if (c == '/' && peek(1) == '*')
        comment(text_.find("*/", at_ + 2) == std::string_view::npos ? text_.size() : text_.find("*/", at_ + 2) + 2);
      else
        break;
    }
  }

  void comment(std::size_t end) {
    end = std::min(end, text_.size());
    out_.comments.push_back({at_, end});
    at_ = end;
  }

  /// Attributes and blocks up to `close`.
  void body(NodeId parent, char close, int depth) {
    if (depth > kMaxDepth) return stop("it is nested too deep");
    for (skip(true); more() && peek() != close; skip(true)) {
      if (peek() == ',' || peek() == ';') {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      const Text key = name();
      if (key.size == 0) return stop("a name is missing");
      skip(false);
      if (peek() == '=' && peek(1) != '=') {
        at_ += peek(1) == '>' ? 2U : 1U;
        skip(true);
        expression(parent, key, begin, depth);
      } else if (peek() == ':') {
        ++at_;
        skip(true);
        expression(parent, key, begin, depth);
      } else {
        block(parent, key, begin, depth);
      }
    }
    if (close == '\0') return;
    if (peek() != close) return stop("it ends within a block");
    ++at_;
  }

  /// An identifier, a string, or an expression in parentheses.
  Text name() {
    if (peek() == '"') return string();
    const std::size_t begin = at_;
    if (peek() == '(') {
      pass_expression();
      return out_.tree.slice(begin, at_);
    }
    while (more() && (name_char(peek()) || peek() == '.')) ++at_;
    return out_.tree.slice(begin, at_);
  }

  void block(NodeId parent, Text type, std::size_t begin, int depth) {
    NodeId node = add(parent, NodeType::map, type, begin);
    const NodeId outer = node;
    for (skip(false); more() && peek() != '{'; skip(false)) {
      const std::size_t label = at_;
      const Text text = name();
      if (text.size == 0) return stop("a block has no body");
      node = add(node, NodeType::map, text, label);
    }
    ++at_;
    body(node, '}', depth + 1);
    const auto end = static_cast<std::uint32_t>(std::min(at_, text_.size()));
    for (NodeId n = node; n != parent && n != kRoot; n = out_.tree.at(n).parent) out_.tree.at(n).end = end;
    out_.tree.at(outer).end = end;
  }

  void expression(NodeId parent, Text key, std::size_t begin, int depth) {
    if (depth > kMaxDepth) return stop("it is nested too deep");
    const char c = peek();
    if (c == '[' && !is_for(at_ + 1)) return list(parent, key, begin, depth, ']');
    if (c == '{' && !is_for(at_ + 1)) return object(parent, key, begin, depth);
    if (c == '<' && peek(1) == '<' && (name_char(peek(2)) || peek(2) == '-')) return heredoc(parent, key, begin);
    if (transparent()) return arguments(parent, key, begin, depth);
    const NodeId id = add(parent, NodeType::scalar, key, begin);
    const std::size_t start = at_;
    Text value;
    bool quoted = false;
    if (c == '"') {
      value = string();
      skip(false);
      quoted = ends_expression();
    }
    if (!quoted) {
      pass_expression();
      const Region raw = trimmed(text_, start, std::min(at_, text_.size()));
      value = out_.tree.slice(raw.begin, raw.end);
    }
    Node& node = out_.tree.at(id);
    node.value = value;
    node.quoted = quoted;
    node.value_at = static_cast<std::uint32_t>(start);
    node.end = static_cast<std::uint32_t>(std::min(at_, text_.size()));
    if (at_ == start) stop("a value is missing");
  }

  [[nodiscard]] bool ends_expression() const {
    const char c = peek();
    return !more() || c == '\n' || c == ',' || c == '}' || c == ']' || c == ')';
  }

  [[nodiscard]] bool is_for(std::size_t at) const {
    while (at < text_.size() && (blank(text_[at]) || text_[at] == '\n')) ++at;
    return text_.substr(at, 4) == "for ";
  }

  [[nodiscard]] bool transparent() const {
    return std::any_of(kTransparent.begin(), kTransparent.end(), [this](std::string_view name) {
      return text_.substr(at_, name.size()) == name && peek(name.size()) == '(';
    });
  }

  /// The arguments of a transparent function, each under the same key.
  void arguments(NodeId parent, Text key, std::size_t begin, int depth) {
    at_ = text_.find('(', at_) + 1;
    for (skip(true); more() && peek() != ')'; skip(true)) {
      if (peek() == ',' || peek() == '.')
        ++at_;
      else
        expression(parent, key, begin, depth + 1);
    }
    ++at_;
    pass_expression();  // an index or operator behind it
  }

  void list(NodeId parent, Text key, std::size_t begin, int depth, char close) {
    const NodeId id = add(parent, NodeType::list, key, begin);
    ++at_;
    for (skip(true); more() && peek() != close; skip(true)) {
      if (peek() == ',')
        ++at_;
      else
        expression(id, {}, at_, depth + 1);
    }
    if (peek() != close) return stop("it ends within a list");
    ++at_;
    out_.tree.at(id).end = static_cast<std::uint32_t>(at_);
    pass_expression();
  }

  void object(NodeId parent, Text key, std::size_t begin, int depth) {
    const NodeId id = add(parent, NodeType::map, key, begin);
    ++at_;
    body(id, '}', depth + 1);
    out_.tree.at(id).end = static_cast<std::uint32_t>(std::min(at_, text_.size()));
  }

  void heredoc(NodeId parent, Text key, std::size_t begin) {
    const NodeId id = add(parent, NodeType::scalar, key, begin);
    std::size_t word = at_ + 2;
    if (word < text_.size() && text_[word] == '-') ++word;
    std::size_t word_end = word;
    while (word_end < text_.size() && name_char(text_[word_end])) ++word_end;
    const std::string_view mark = text_.substr(word, word_end - word);
    const std::size_t content = std::min(text_.find('\n', word_end), text_.size() - 1) + 1;
    std::size_t end = text_.size();
    at_ = text_.size();
    for (std::size_t line = content; line < text_.size();) {
      const std::size_t stop_at = std::min(text_.find('\n', line), text_.size());
      const Region inside = trimmed(text_, line, stop_at);
      if (text_.substr(inside.begin, inside.end - inside.begin) == mark) {
        end = line;
        at_ = stop_at;
        break;
      }
      line = stop_at + 1;
    }
    Node& node = out_.tree.at(id);
    node.value = out_.tree.slice(content, end);
    node.value_at = static_cast<std::uint32_t>(content);
    node.end = static_cast<std::uint32_t>(end);
    node.quoted = true;
    node.lines = Lines::kept;
    if (end == text_.size()) stop("a here document is not closed");
  }

  /// Passes the string at at_, `${ }` with strings inside included.
  void pass_string() {
    ++at_;
    int open = 0;
    while (more() && (open > 0 || peek() != '"')) {
      if (peek() == '\\') {
        ++at_;
      } else if ((peek() == '$' || peek() == '%') && peek(1) == '{') {
        ++open;
        ++at_;
      } else if (open > 0 && peek() == '{') {
        ++open;
      } else if (open > 0 && peek() == '}') {
        --open;
      } else if (peek() == '\n') {
        break;  // strings end on their line; what follows is read as it comes
      }
      ++at_;
    }
    if (more()) ++at_;
  }

  Text string() {
    const std::size_t begin = at_ + 1;
    pass_string();
    const std::size_t end = std::max(begin, at_ > 0 ? at_ - 1 : 0);
    const std::string_view raw = text_.substr(begin, std::min(end, text_.size()) - begin);
    return raw.find('\\') == std::string_view::npos ? out_.tree.slice(begin, end) : out_.tree.pooled(json_unescaped(raw));
  }

  /// Passes the rest of an expression: to the end of the line, a comma or a closing bracket outside brackets.
  void pass_expression() {
    int open = 0;
    while (more()) {
      const char c = peek();
      if (c == '"') {
        pass_string();
        continue;
      }
      if (open == 0 && (ends_expression() || c == '#' || (c == '/' && peek(1) == '/'))) return;
      if (c == '(' || c == '[' || c == '{') ++open;
      if (c == ')' || c == ']' || c == '}') --open;
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Parsed out_;
};

}  // namespace

Parsed read_hcl(std::string_view text) { return HclReader(text).read(); }

}  // namespace ropc::scanner::config
