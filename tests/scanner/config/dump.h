#pragma once

#include <string>

#include "common/line_index.h"
#include "scanner/config/tree.h"

namespace ropc::scanner::config {

/// The tree as lines `line path = value`, in file order; empty containers as `{}`; the fault, if any, at the end.
inline void dump_node(const Parsed& parsed, const LineIndex& lines, NodeId id, std::string path, std::string& out) {
  const Node& node = parsed.tree.at(id);
  if (parsed.tree.has_value(id) || node.alias != kNoNode || node.first == kNoNode) {
    out += std::to_string(lines.line(node.begin)) + " " + path;
    if (parsed.tree.has_value(id))
      out += " = " + std::string(parsed.tree.value(id));
    else
      out += node.alias != kNoNode ? " = *" + std::string(parsed.tree.key(node.alias)) : " {}";
    out += "\n";
  }
  for (NodeId c = node.first; c != kNoNode; c = parsed.tree.at(c).next) {
    const std::string key = node.type == NodeType::list ? "[]" : std::string(parsed.tree.key(c));
    dump_node(parsed, lines, c, path.empty() ? key : path + "." + key, out);
  }
}

inline std::string dump(const Parsed& parsed) {
  std::string out;
  const LineIndex lines(parsed.tree.document());
  for (NodeId d = parsed.tree.at(kRoot).first; d != kNoNode; d = parsed.tree.at(d).next) dump_node(parsed, lines, d, "", out);
  for (const Region& comment : parsed.comments)
    out += std::to_string(lines.line(comment.begin)) + " comment " +
           std::string(parsed.tree.document().substr(comment.begin, comment.end - comment.begin)) + "\n";
  if (!parsed.fault.empty()) out += "fault\n";
  return out;
}

}  // namespace ropc::scanner::config
