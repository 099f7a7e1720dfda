#include <algorithm>
#include <string>

#include "common/text.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

/// Blocks whose content is text of another language.
bool holds_text(std::string_view block) {
  return block.starts_with("script") || block == "tests" || block == "docs" || block == "body" ||
         (block.starts_with("body:") && block != "body:form-urlencoded" && block != "body:multipart-form");
}

/// `key: value` of a block; a '~' before the key switches the entry off.
void entry(std::string_view text, Tree& tree, NodeId block, Region content) {
  const std::size_t cut = text.substr(0, content.end).find(':', content.begin);
  if (cut == std::string_view::npos || text[content.begin] == '~') return;
  const Region key = trimmed(text, content.begin, cut);
  const Region value = trimmed(text, cut + 1, content.end);
  const NodeId id = tree.add(block, NodeType::scalar, tree.slice(key.begin, key.end), content.begin);
  if (id != kNoNode) set_value(tree, id, value.begin, value.end);
}

}  // namespace

Parsed read_bru(std::string_view text) {
  Parsed out(text);
  PathTree paths(out.tree);
  LineCursor lines(text);
  NodeId block = kNoNode;
  bool verbatim = false;
  while (lines.next()) {
    const Region content = trimmed(text, lines.begin(), lines.end());
    const std::string_view line = lines.line();
    if (content.begin == content.end) continue;
    if (block == kNoNode) {
      if (line.back() != '{' && line.back() != '[') continue;
      const Region name = trimmed(text, content.begin, content.end - 1);
      verbatim = holds_text(text.substr(name.begin, name.end - name.begin));
      block = out.tree.add(paths.document(), verbatim ? NodeType::scalar : NodeType::map,
                           out.tree.slice(name.begin, name.end), content.begin);
      if (block == kNoNode) {
        out.fault = "it has too many values";
        break;
      }
      out.tree.at(block).quoted = true;
      set_value(out.tree, block, std::min(lines.end() + 1, text.size()), lines.end());
      out.tree.at(block).lines = Lines::kept;
    } else if (line.starts_with('}') || line.starts_with(']')) {
      Node& done = out.tree.at(block);
      done.end = static_cast<std::uint32_t>(lines.begin());
      if (verbatim) done.value = out.tree.slice(done.value_at, lines.begin());
      block = kNoNode;
    } else if (!verbatim) {
      entry(text, out.tree, block, content);
    }
  }
  return out;
}

}  // namespace ropc::scanner::config
