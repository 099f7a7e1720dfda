#include <algorithm>
#include <string>
#include <vector>

#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

bool blank(char c) noexcept { return c == ' ' || c == '\t'; }

class DirectiveReader {
 public:
  explicit DirectiveReader(std::string_view text) : text_(text), out_(text), paths_(out_.tree), open_{paths_.document()} {}

  Parsed read() {
    LineCursor lines(text_);
    while (lines.next() && out_.fault.empty()) {
      Region content = trimmed(text_, lines.begin(), lines.end());
      // Arguments go on after a backslash at the line's end.
      while (content.end > content.begin && text_[content.end - 1] == '\\' && lines.next())
        content.end = trimmed(text_, content.begin, lines.end()).end;
      if (content.begin < content.end) line(content);
    }
    return std::move(out_);
  }

 private:
  void line(Region content) {
    const char first = text_[content.begin];
    if (first == '#') {
      out_.comments.push_back(content);
    } else if (first == '}' || text_.substr(content.begin, 2) == "</") {
      if (open_.size() > 1) open_.pop_back();
    } else if (first == '<' && text_[content.end - 1] == '>') {
      open(directive({content.begin + 1, content.end - 1}, content.begin));
    } else if (text_[content.end - 1] == '{') {
      open(directive({content.begin, content.end - 1}, content.begin));
    } else {
      while (content.end > content.begin && text_[content.end - 1] == ';') --content.end;
      directive(content, content.begin);
    }
  }

  void open(NodeId id) {
    if (id == kNoNode) return;
    out_.tree.at(id).type = NodeType::map;
    if (open_.size() > kMaxDepth)
      out_.fault = "it is nested too deep";
    else
      open_.push_back(id);
  }

  /// `name arguments` or `name = value`.
  NodeId directive(Region content, std::size_t at) {
    std::size_t name = content.begin;
    while (name < content.end && !blank(text_[name]) && text_[name] != '=') ++name;
    Region value = trimmed(text_, name, content.end);
    if (value.begin < value.end && text_[value.begin] == '=') value = trimmed(text_, value.begin + 1, value.end);
    const NodeId id = out_.tree.add(open_.back(), NodeType::scalar, out_.tree.slice(content.begin, name), at);
    if (id == kNoNode) {
      out_.fault = "it has too many values";
      return id;
    }
    const bool quoted = value.end > value.begin + 1 && (text_[value.begin] == '"' || text_[value.begin] == '\'') &&
                        text_.find(text_[value.begin], value.begin + 1) == value.end - 1;
    out_.tree.at(id).quoted = quoted;
    if (quoted) ++value.begin, --value.end;
    set_value(out_.tree, id, value.begin, value.end);
    return id;
  }

  std::string_view text_;
  Parsed out_;
  PathTree paths_;
  std::vector<NodeId> open_;
};

}  // namespace

Parsed read_directives(std::string_view text) { return DirectiveReader(text).read(); }

}  // namespace ropc::scanner::config
