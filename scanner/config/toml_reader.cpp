#include <algorithm>
#include <exception>
#include <string>
#include <toml++/toml.h>

#include "common/line_index.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

class TomlReader {
 public:
  explicit TomlReader(std::string_view text) : text_(text), lines_(text), out_(text) {}

  Parsed read() {
    try {
      const toml::table table = toml::parse(text_);
      const NodeId document = out_.tree.add(kRoot, NodeType::map, {}, 0);
      members(table, document, 0);
      out_.tree.at(document).end = out_.tree.at(kRoot).end;
    } catch (const std::exception& e) {
      out_.fault = e.what();
    }
    comments();
    return std::move(out_);
  }

 private:
  /// Columns are counted in code points there: exact to the line only.
  [[nodiscard]] std::size_t offset(const toml::source_position& at) const {
    const std::size_t line = lines_.start(at.line);
    return std::min(line + (at.column == 0 ? 0 : at.column - 1), std::min(text_.find('\n', line), text_.size()));
  }

  void members(const toml::table& table, NodeId parent, int depth) {
    for (const auto& [key, node] : table) value(node, parent, out_.tree.pooled(key.str()), offset(key.source().begin), depth);
  }

  void value(const toml::node& node, NodeId parent, Text key, std::size_t at, int depth) {
    if (depth > kMaxDepth || !out_.fault.empty()) return;
    const toml::array* list = node.as_array();
    const toml::table* table = node.as_table();
    const NodeType type = list != nullptr ? NodeType::list : table != nullptr ? NodeType::map : NodeType::scalar;
    const NodeId id = out_.tree.add(parent, type, key, at);
    if (id == kNoNode) {
      out_.fault = "it has too many values";
      return;
    }
    out_.tree.at(id).end = static_cast<std::uint32_t>(std::max(at, offset(node.source().end)));
    if (table != nullptr) return members(*table, id, depth + 1);
    if (list != nullptr) {
      for (const toml::node& item : *list) value(item, id, {}, offset(item.source().begin), depth + 1);
      return;
    }
    scalar(node, id);
  }

  void scalar(const toml::node& node, NodeId id) {
    const std::size_t begin = offset(node.source().begin);
    const std::size_t end = offset(node.source().end);
    const std::string_view raw = text_.substr(begin, end - std::min(begin, end));
    const auto text = node.value<std::string>();
    const bool many = raw.starts_with(R"(""")") || raw.starts_with("'''");
    std::size_t content = std::min(begin + (many ? 3 : text ? 1 : 0), text_.size());
    if (many && text_.substr(content, 1) == "\n") ++content;
    set_value(out_.tree, id, content, std::max(content, end), text ? *text : std::string(raw));
    out_.tree.at(id).quoted = text.has_value();
    if (many && raw.find('\n') != std::string_view::npos) out_.tree.at(id).lines = Lines::kept;
  }

  /// Lines that are comments; those at line ends are left to the text around them.
  void comments() {
    LineCursor lines(text_);
    while (lines.next()) {
      const Region content = trimmed(text_, lines.begin(), lines.end());
      if (content.begin != content.end && text_[content.begin] == '#') out_.comments.push_back(content);
    }
  }

  std::string_view text_;
  LineIndex lines_;
  Parsed out_;
};

}  // namespace

Parsed read_toml(std::string_view text) { return TomlReader(text).read(); }

}  // namespace ropc::scanner::config
