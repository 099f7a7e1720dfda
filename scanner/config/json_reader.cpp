#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "scanner/config/decode.h"
#include "scanner/config/readers.h"
#include "scanner/config/template_holes.h"

namespace ropc::scanner::config {
namespace {

bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

/// Where a bare word (number, true, unquoted key, hole) may end.
bool ends_bare(char c) noexcept { return c == ',' || c == '}' || c == ']' || c == '\n' || c == ':' || c == '\r'; }

class JsonReader {
 public:
  /// `holes`: whether quotes inside a template hole of a string are the template's own.
  JsonReader(std::string_view text, bool holes) : text_(text), holes_(holes), out_(text) {}

  Parsed read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    for (skip(); at_ < text_.size(); skip()) {
      if (text_[at_] == '{' || text_[at_] == '[')
        value(kRoot, {}, at_, 0);
      else if (text_[at_] == ',')  // between the values of a stream
        ++at_;
      else
        stop("it is no object and no list");
    }
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

  /// Passes blanks, comments and template statements.
  void skip() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (blank(c))
        ++at_;
      else if (c == '#' || (c == '/' && peek(1) == '/'))
        comment(text_.find('\n', at_));
      else if (c == '/' && peek(1) == '*')
        comment(after(text_.find("*/", at_ + 2), 2));
      else if (const std::size_t end = statement_end(text_, at_); end != at_)
        at_ = end;
      else
        break;
    }
  }

  static std::size_t after(std::size_t at, std::size_t length) {
    return at == std::string_view::npos ? at : at + length;
  }

  void comment(std::size_t end) {
    end = std::min(end, text_.size());
    out_.comments.push_back({at_, end});
    at_ = end;
  }

  NodeId add(NodeId parent, NodeType type, Text key, std::size_t begin) {
    const NodeId id = out_.tree.add(parent, type, key, begin);
    if (id == kNoNode) {
      stop("it has too many values");
      return id;
    }
    out_.tree.at(id).value_at = static_cast<std::uint32_t>(at_);
    return id;
  }

  /// Reads the value at at_; `begin` is where its key starts.
  void value(NodeId parent, Text key, std::size_t begin, int depth) {
    if (depth > kMaxDepth) return stop("it is nested too deep");
    const char c = peek();
    const bool hole = hole_end(text_, at_) != at_;
    if (c == '{' && !hole) return members(parent, key, begin, depth);
    if (c == '[') return items(parent, key, begin, depth);
    const NodeId id = add(parent, NodeType::scalar, key, begin);
    if (id == kNoNode) return;
    const bool quoted = c == '"' || c == '\'';
    const Text value = quoted ? string() : bare();
    Node& node = out_.tree.at(id);
    node.value = value;
    node.quoted = quoted;
    node.end = static_cast<std::uint32_t>(at_);
    if (!quoted && value.size == 0 && at_ < text_.size()) stop("a value is missing");
  }

  void members(NodeId parent, Text key, std::size_t begin, int depth) {
    const NodeId id = add(parent, NodeType::map, key, begin);
    if (id == kNoNode) return;
    ++at_;
    for (skip(); at_ < text_.size() && peek() != '}'; skip()) {
      if (peek() == ',') {
        ++at_;
        continue;
      }
      const std::size_t start = at_;
      const Text name = peek() == '"' || peek() == '\'' ? string() : bare();
      skip();
      if (peek() != ':') {
        if (hole_end(text_, start) == start) stop("a ':' is missing");
        continue;  // a hole in place of members
      }
      ++at_;
      skip();
      value(id, name, start, depth + 1);
    }
    close(id, '}');
  }

  void items(NodeId parent, Text key, std::size_t begin, int depth) {
    const NodeId id = add(parent, NodeType::list, key, begin);
    if (id == kNoNode) return;
    ++at_;
    for (skip(); at_ < text_.size() && peek() != ']'; skip()) {
      if (peek() == ',')
        ++at_;
      else
        value(id, {}, at_, depth + 1);
    }
    close(id, ']');
  }

  void close(NodeId id, char bracket) {
    if (peek() != bracket) return stop("it ends within an object or a list");
    out_.tree.at(id).end = static_cast<std::uint32_t>(++at_);
  }

  /// The string at at_, in either quotes.
  Text string() {
    const char quote = text_[at_];
    const std::size_t begin = ++at_;
    bool escaped = false;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (const std::size_t end = holes_ ? hole_end(text_, at_) : at_; end != at_) {
        at_ = end;
        continue;
      }
      if (text_[at_] == '\\') {
        escaped = true;
        ++at_;
      }
      ++at_;
    }
    if (at_ >= text_.size()) {
      stop("a string is not closed");
      return {};
    }
    const std::size_t end = at_++;
    return escaped ? out_.tree.pooled(json_unescaped(text_.substr(begin, end - begin))) : out_.tree.slice(begin, end);
  }

  /// A word without quotes, up to a comma, bracket, colon or line end outside holes.
  Text bare() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_bare(text_[at_])) {
      if (blank(text_[at_]) && (peek(1) == '/' || peek(1) == '#')) break;  // a comment follows
      const std::size_t end = hole_end(text_, at_);
      at_ = end != at_ ? end : at_ + 1;
    }
    std::size_t end = at_;
    while (end > begin && blank(text_[end - 1])) --end;
    return out_.tree.slice(begin, end);
  }

  std::string_view text_;
  bool holes_;
  std::size_t at_ = 0;
  Parsed out_;
};

}  // namespace

Parsed read_json(std::string_view text) {
  Parsed out = JsonReader(text, false).read();
  if (out.fault.empty() || text.find("{{") == std::string_view::npos) return out;
  Parsed again = JsonReader(text, true).read();
  return again.fault.empty() ? std::move(again) : std::move(out);
}

}  // namespace ropc::scanner::config
