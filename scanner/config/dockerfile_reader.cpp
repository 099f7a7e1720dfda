#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\\'; }

/// End of the word at `at`, quotes and escapes passed over.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end, char stop) {
  char quote = '\0';
  for (; at < end; ++at) {
    const char c = text[at];
    if (c == '\\' && at + 1 < end && text[at + 1] != '\n' && text[at + 1] != '\r')
      ++at;
    else if (quote != '\0')
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (c == stop || blank(c))
      break;
  }
  return std::min(at, end);
}

class DockerfileReader {
 public:
  explicit DockerfileReader(std::string_view text) : text_(text), out_(text), paths_(out_.tree) {}

  Parsed read() {
    LineCursor lines(text_);
    while (lines.next() && out_.fault.empty()) {
      Region content = trimmed(text_, lines.begin(), lines.end());
      if (content.begin == content.end) continue;
      if (text_[content.begin] == '#') {
        out_.comments.push_back(content);
        continue;
      }
      while (goes_on(content, lines)) content.end = trimmed(text_, content.begin, lines.end()).end;
      here_document(content, lines);
      instruction(content);
    }
    return std::move(out_);
  }

 private:
  /// Whether the instruction goes on after this line: a backslash at its end, or a comment line within.
  bool goes_on(const Region& content, LineCursor& lines) {
    if (text_[content.end - 1] != '\\') return pending_ && lines.next() ? still_pending(lines) : false;
    pending_ = lines.next();
    return pending_ && still_pending(lines);
  }

  bool still_pending(const LineCursor& lines) {
    const std::string_view line = trim(lines.line());
    pending_ = line.empty() || line.front() == '#';
    return true;
  }

  /// `RUN <<EOF` takes the lines up to EOF.
  void here_document(Region& content, LineCursor& lines) const {
    const std::string_view head = text_.substr(content.begin, content.end - content.begin);
    const std::size_t at = head.find("<<");
    if (at == std::string_view::npos || !head.starts_with("RUN")) return;
    std::string_view mark = head.substr(at + 2);
    while (!mark.empty() && (mark.front() == '-' || mark.front() == '"' || mark.front() == '\'')) mark.remove_prefix(1);
    mark = mark.substr(0, std::min(mark.find_first_of(" \t\"'"), mark.size()));
    while (!mark.empty() && lines.next()) {
      content.end = lines.end();
      if (trim(lines.line()) == mark) break;
    }
  }

  void instruction(const Region& content) {
    std::size_t name = content.begin;
    while (name < content.end && !blank(text_[name])) ++name;
    const std::string_view word = text_.substr(content.begin, name - content.begin);
    std::size_t value = name;
    while (value < content.end && blank(text_[value])) ++value;
    if (equal_ignoring_case(word, "ENV") || equal_ignoring_case(word, "ARG") || equal_ignoring_case(word, "LABEL")) {
      variables(word, {value, content.end}, content.begin);
      return;
    }
    const NodeId id = out_.tree.add(paths_.document(), NodeType::scalar, out_.tree.slice(content.begin, name), content.begin);
    if (id == kNoNode) {
      out_.fault = "it has too many values";
      return;
    }
    set_value(out_.tree, id, value, content.end);
    out_.tree.at(id).lines = Lines::kept;
    out_.tree.at(id).quoted = true;
  }

  /// `A=b C="d e"`, or the old form `A b`.
  void variables(std::string_view word, Region content, std::size_t begin) {
    const NodeId map = paths_.inner(paths_.document(), word, begin);
    for (std::size_t at = content.begin; at < content.end && map != kNoNode;) {
      const std::size_t name = word_end(text_, at, content.end, '=');
      const bool pair = name < content.end && text_[name] == '=';
      if (!pair && word != "ENV") return;  // ARG without a default
      Region value = pair ? Region{name + 1, word_end(text_, name + 1, content.end, ' ')} : trimmed(text_, name, content.end);
      const std::size_t next = value.end;
      const NodeId id = out_.tree.add(map, NodeType::scalar, out_.tree.slice(at, name), at);
      if (id == kNoNode) return;
      const bool quoted = value.end > value.begin + 1 && (text_[value.begin] == '"' || text_[value.begin] == '\'');
      if (quoted) ++value.begin, --value.end;
      set_value(out_.tree, id, value.begin, value.end);
      out_.tree.at(id).quoted = quoted;
      at = std::max(next, name + 1);
      while (at < content.end && blank(text_[at])) ++at;
    }
  }

  std::string_view text_;
  Parsed out_;
  PathTree paths_;
  bool pending_ = false;
};

}  // namespace

Parsed read_dockerfile(std::string_view text) { return DockerfileReader(text).read(); }

}  // namespace ropc::scanner::config
