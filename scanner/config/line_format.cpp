#include "scanner/config/line_format.h"

#include <algorithm>

namespace ropc::scanner::config {

bool LineCursor::next() {
  if (after_ >= text_.size()) return false;
  begin_ = after_;
  const std::size_t stop = std::min(text_.find('\n', begin_), text_.size());
  after_ = stop + 1;
  end_ = stop > begin_ && text_[stop - 1] == '\r' ? stop - 1 : stop;
  return true;
}

void LineCursor::jump(std::size_t offset) {
  if (offset < begin_) return;
  after_ = std::max(after_, std::min(text_.find('\n', std::min(offset, text_.size())), text_.size()) + 1);
}

PathTree::PathTree(Tree& tree) : tree_(tree), document_(tree.add(kRoot, NodeType::map, {}, 0)) {
  tree.at(document_).end = tree.at(kRoot).end;
}

NodeId PathTree::inner(NodeId parent, std::string_view name, std::size_t at) {
  std::string key = std::to_string(parent);
  key += ' ';
  key += name;
  const auto [place, fresh] = known_.try_emplace(std::move(key), kNoNode);
  if (!fresh) return place->second;
  const bool item = name.starts_with('[');
  const NodeId id = tree_.add(parent, NodeType::map, item ? Text{} : tree_.pooled(name), at);
  if (item && id != kNoNode) tree_.at(parent).type = NodeType::list;
  place->second = id;
  return id;
}

NodeId PathTree::scalar(NodeId parent, std::string_view key, std::size_t at) {
  constexpr int most = 64;
  for (int parts = 0; parent != kNoNode && parts < most; ++parts) {
    const std::size_t cut = key.find_first_of(".[", key.starts_with('[') ? 1 : 0);
    if (cut == std::string_view::npos || cut + 1 == key.size()) break;
    if (cut != 0) parent = inner(parent, key.substr(0, cut), at);
    key.remove_prefix(key[cut] == '.' ? cut + 1 : cut);
  }
  if (parent == kNoNode) return kNoNode;
  const bool item = key.starts_with('[') && key.ends_with(']');
  if (item) tree_.at(parent).type = NodeType::list;
  return tree_.add(parent, NodeType::scalar, item ? Text{} : tree_.pooled(key), at);
}

void set_value(Tree& tree, NodeId id, std::size_t begin, std::size_t end) {
  Node& node = tree.at(id);
  node.value = tree.slice(begin, end);
  node.value_at = static_cast<std::uint32_t>(begin);
  node.end = static_cast<std::uint32_t>(std::max(begin, end));
}

void set_value(Tree& tree, NodeId id, std::size_t begin, std::size_t end, std::string_view decoded) {
  set_value(tree, id, begin, end);
  if (tree.value(id) != decoded) tree.at(id).value = tree.pooled(decoded);
}

Region trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  const auto blank = [&](std::size_t at) {
    return text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n' || text[at] == '\f';
  };
  while (begin < end && blank(begin)) ++begin;
  while (end > begin && blank(end - 1)) --end;
  return {begin, end};
}

}  // namespace ropc::scanner::config
