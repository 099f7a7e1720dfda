#include "scanner/config/tree.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::scanner::config {
namespace {

bool ignored(char c) noexcept { return c == '_' || c == '-' || c == '.' || c == ' '; }

}  // namespace

Tree::Tree(std::string_view document) : document_(document) {
  Node root;
  root.type = NodeType::list;
  root.end = static_cast<std::uint32_t>(std::min(document.size(), kMaxText));
  nodes_.push_back(root);
}

NodeId Tree::add(NodeId parent, NodeType type, Text key, std::size_t begin) {
  if (nodes_.size() >= kMaxNodes) return kNoNode;
  const auto id = static_cast<NodeId>(nodes_.size());
  Node node;
  node.parent = parent;
  node.type = type;
  node.key = key;
  node.begin = static_cast<std::uint32_t>(begin);
  node.end = node.begin;
  node.value_at = node.begin;
  nodes_.push_back(node);
  Node& above = nodes_[parent];
  if (above.last == kNoNode)
    above.first = id;
  else
    nodes_[above.last].next = id;
  above.last = id;
  return id;
}

Text Tree::slice(std::size_t begin, std::size_t end) const {
  end = std::min(end, document_.size());
  begin = std::min(begin, end);
  Text out;
  out.begin = static_cast<std::uint32_t>(begin);
  out.size = static_cast<std::uint32_t>(end - begin) & 0x7FFFFFFFU;
  return out;
}

Text Tree::pooled(std::string_view decoded) {
  Text out;
  out.begin = static_cast<std::uint32_t>(pool_.size());
  out.size = static_cast<std::uint32_t>(decoded.size()) & 0x7FFFFFFFU;
  out.pooled = 1;
  pool_ += decoded;
  return out;
}

std::string_view Tree::text(Text t) const {
  const std::string_view from = t.pooled ? std::string_view(pool_) : document_;
  return from.substr(std::min<std::size_t>(t.begin, from.size()), t.size);
}

bool Tree::has_value(NodeId id) const {
  const Node& node = nodes_[id];
  return node.type == NodeType::scalar || (node.type == NodeType::map && node.value.size != 0);
}

NodeId Tree::target(NodeId id) const {
  const NodeId alias = nodes_[id].alias;
  return alias == kNoNode ? id : alias;
}

NodeId Tree::child(NodeId id, std::string_view key) const {
  for (NodeId c = nodes_[target(id)].first; c != kNoNode; c = nodes_[c].next)
    if (same_folded(this->key(c), key)) return c;
  return kNoNode;
}

bool same_folded(std::string_view a, std::string_view b) noexcept {
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < a.size() && ignored(a[i])) ++i;
    while (j < b.size() && ignored(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (lower(a[i++]) != lower(b[j++])) return false;
  }
}

}  // namespace ropc::scanner::config
