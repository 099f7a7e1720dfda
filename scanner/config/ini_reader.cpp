#include <algorithm>
#include <string>

#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

/// The node of section `[a.b]` or `[a "b"]`.
NodeId section(PathTree& paths, std::string_view name, std::size_t at) {
  NodeId node = paths.document();
  while (node != kNoNode && !name.empty()) {
    const std::size_t cut = std::min(name.find_first_of(". \""), name.size());
    if (cut != 0) node = paths.inner(node, name.substr(0, cut), at);
    name.remove_prefix(std::min(cut + 1, name.size()));
  }
  return node;
}

bool comment(char c) noexcept { return c == '#' || c == ';'; }

}  // namespace

Parsed read_ini(std::string_view text) {
  Parsed out(text);
  PathTree paths(out.tree);
  NodeId here = paths.document();
  LineCursor lines(text);
  while (lines.next() && here != kNoNode) {
    const Region content = trimmed(text, lines.begin(), lines.end());
    if (content.begin == content.end) continue;
    const std::string_view line = text.substr(content.begin, content.end - content.begin);
    if (comment(line.front())) {
      out.comments.push_back(content);
      continue;
    }
    if (line.front() == '[' && line.find(']') != std::string_view::npos) {
      here = section(paths, line.substr(1, line.find(']') - 1), content.begin);
      continue;
    }
    const std::size_t cut = line.find_first_of("=:");
    if (cut == std::string_view::npos || cut == 0) continue;
    const Region key = trimmed(text, content.begin, content.begin + cut);
    Region value = trimmed(text, content.begin + cut + 1, content.end);
    const NodeId id = paths.scalar(here, text.substr(key.begin, key.end - key.begin), content.begin);
    if (id == kNoNode) break;
    const bool quoted = value.end > value.begin + 1 && text[value.begin] == '"' && text[value.end - 1] == '"';
    out.tree.at(id).quoted = quoted;
    if (quoted) ++value.begin, --value.end;
    set_value(out.tree, id, value.begin, value.end);
  }
  if (lines.next()) out.fault = "it has too many values";
  return out;
}

}  // namespace ropc::scanner::config
