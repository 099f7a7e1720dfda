#include "scanner/config/surroundings.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/config/entries.h"
#include "scanner/context_words.h"

namespace ropc::scanner::config {
namespace {

constexpr int kMaxChildren = 200;    ///< looked at on one level, and as many before and behind the hit
constexpr int kMaxUp = 40;
constexpr int kNear = 2;           ///< levels on which user names and passwords belong to the hit

/// Objects beside a hit that speak of the same client or server.
constexpr auto kContainers = std::to_array<std::string_view>(
    {"settings", "oauth",   "oauth2", "oidc",     "auth",    "authentication", "credentials", "client",  "config",
     "params",   "parameters", "body", "metadata", "data",   "request",        "header",      "headers", "url",
     "options",  "properties", "attributes", "flow", "tokenauth", "provider",  "keycloak",    "variables", "spec",
     "basic",    "resource", "labels", "info", "form", "urlencoded", "formdata", "server"});

template <class Call>
void each_child(const Tree& tree, NodeId id, Call call) {
  int seen = 0;
  for (NodeId c = tree.at(tree.target(id)).first; c != kNoNode && seen < kMaxChildren; c = tree.at(c).next, ++seen) call(c);
}

NodeId child(const Tree& tree, NodeId id, std::string_view key) {
  int seen = 0;
  for (NodeId c = tree.at(tree.target(id)).first; c != kNoNode && seen < kMaxChildren; c = tree.at(c).next, ++seen) {
    if (same_folded(tree.key(c), key)) return c;
    if (const auto entry = entry_of(tree, c); entry && same_folded(tree.value(entry->key), key)) return entry->value;
  }
  return kNoNode;
}

/// The node at `path` below `from`; keys that hold dots are tried whole first.
NodeId below(const Tree& tree, NodeId from, std::string_view path, int depth) {
  if (depth > 12) return kNoNode;
  if (path == "[]" || path.starts_with("[].")) {
    NodeId found = kNoNode;
    each_child(tree, from, [&](NodeId c) {
      if (found == kNoNode) found = path.size() < 3 ? c : below(tree, c, path.substr(3), depth + 1);
    });
    return found;
  }
  if (const NodeId whole = child(tree, from, path); whole != kNoNode) return whole;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return kNoNode;
  const NodeId head = child(tree, from, path.substr(0, dot));
  return head == kNoNode ? kNoNode : below(tree, head, path.substr(dot + 1), depth + 1);
}

bool is_container(std::string_view key) {
  return std::any_of(kContainers.begin(), kContainers.end(), [key](std::string_view word) { return same_folded(word, key); });
}

/// How much of the beginning two names share: in flat files the client id of the same program begins alike.
std::size_t shared_prefix(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && lower(a[n]) == lower(b[n])) ++n;
  return n;
}

/// A value and the name that it has.
struct Named {
  std::string_view name;
  NodeId node = kNoNode;
  std::optional<std::string_view> text = std::nullopt;  ///< the value where it is a part of the node
};

/// `NAME=value`, `--name=value`: an item of a container's environment or of a command line.
std::optional<Named> assignment_in(const Tree& tree, NodeId item) {
  if (!tree.has_value(item)) return std::nullopt;
  const std::string_view text = tree.value(item);
  const std::size_t equals = text.find('=');
  const std::size_t begin = std::min(text.find_first_not_of('-'), text.size());
  if (equals == std::string_view::npos || equals <= begin || text.substr(0, equals).find_first_of(" \t\n\"'&?/:") != std::string_view::npos) return std::nullopt;
  return Named{text.substr(begin, equals - begin), item, text.substr(equals + 1)};
}

class ContextReader {
 public:
  ContextReader(const View& view, NodeId node) : view_(view), tree_(view.tree()), key_(view.tree().key(node)) {
    if (const auto set = assignment_in(tree_, node); set && key_.empty()) key_ = set->name;
  }

  Context read(NodeId node) {
    NodeId at = node;
    for (int up = 0; up < kMaxUp && at != kRoot && at != kNoNode; ++up) {
      Context level = up <= 1 ? level_of(at, node) : view_.remembered(at, [&] { return level_of(at, kNoNode); });
      if (up > kNear) {
        level.user_from = level.password_from = CredentialSource::unknown;
        level.scopes.clear();
      }
      merge_context(out_, level);
      at = tree_.at(at).parent;
    }
    return std::move(out_);
  }

 private:
  Context level_of(NodeId id, NodeId hit) const {
    Context out;
    read_level(id, hit, out, 0);
    return out;
  }

  /// Values of one object: those whose names begin like the hit's own first, then in file order.
  void read_level(NodeId id, NodeId hit, Context& level, int depth) const {
    std::vector<Named> named;
    const NodeId first = tree_.at(tree_.target(id)).first;
    const bool list = tree_.at(tree_.target(id)).type == NodeType::list && first != kNoNode;
    if (list && !tree_.has_value(first) && !entry_of(tree_, first)) return;  // neighbours in a list of objects are others
    each_child(tree_, id, [&](NodeId c) { collect(c, named); });
    collect_near(id, hit, named);
    if (const auto entry = entry_of(tree_, id)) named.push_back({tree_.value(entry->key), entry->value});
    std::stable_sort(named.begin(), named.end(), [this](const Named& a, const Named& b) {
      return shared_prefix(a.name, key_) > shared_prefix(b.name, key_);
    });
    for (const Named& one : named) put_context(level, one.name, one.text ? view_.resolved(*one.text, one.node) : view_.value(one.node));
    if (depth >= 2) return;
    each_child(tree_, id, [&](NodeId c) {
      const bool inner = tree_.at(tree_.target(c)).first != kNoNode && is_container(tree_.key(c));
      if (inner && same_folded(tree_.key(c), "basic")) return read_basic(c, level);
      if (inner) read_level(c, kNoNode, level, depth + 1);
    });
  }

  /// Neighbours of the hit in a flat object with very many values.
  void collect_near(NodeId id, NodeId hit, std::vector<Named>& named) const {
    const NodeId first = tree_.at(tree_.target(id)).first;
    if (hit == kNoNode || first == kNoNode || hit < first + static_cast<NodeId>(kMaxChildren)) return;
    const auto last = static_cast<NodeId>(std::min<std::size_t>(tree_.size(), hit + static_cast<NodeId>(kMaxChildren)));
    for (NodeId c = hit > static_cast<NodeId>(kMaxChildren) ? hit - static_cast<NodeId>(kMaxChildren) : 1; c < last; ++c)
      if (tree_.at(c).parent == id) collect(c, named);
  }

  void collect(NodeId c, std::vector<Named>& named) const {
    const NodeId item = tree_.at(c).type == NodeType::list ? tree_.at(c).first : c;  // client_id: [desk]
    const bool one = item != kNoNode && (item == c || tree_.at(item).next == kNoNode) && tree_.has_value(item);
    if (one && context_word(tree_.key(c)) != ContextWord::none) named.push_back({tree_.key(c), c});
    const auto entry = entry_of(tree_, c);
    if (entry && !entry->off) named.push_back({tree_.value(entry->key), entry->value});
    if (const auto set = assignment_in(tree_, c); set && tree_.key(c).empty()) named.push_back(*set);
  }

  /// Basic authentication of a token request names the client.
  void read_basic(NodeId basic, Context& level) const {
    const NodeId user = child(tree_, basic, "username");
    if (user != kNoNode) put_context(level, "client_id", view_.value(user));
  }

  const View& view_;
  const Tree& tree_;
  std::string_view key_;
  Context out_;
};

}  // namespace

namespace {

/// The key under which a map stands. The value of a patch (a BOSH ops file, RFC 6902) stands where its `path` says:
/// `/clients/desk?` is `desk`.
std::string_view key_of_map(const Tree& tree, NodeId map) {
  if (!same_folded(tree.key(map), "value")) return tree.key(map);
  const NodeId place = child(tree, tree.at(map).parent, "path");
  std::string_view path = place == kNoNode ? std::string_view() : trim(tree.value(place));
  if (!path.starts_with('/')) return tree.key(map);
  if (path.ends_with('?')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::optional<Value> NodeSurroundings::beside(std::string_view path) const {
  const Tree& tree = view_.tree();
  NodeId from = tree.at(node_).parent;
  while (path.starts_with("../")) {
    if (from == kNoNode || from == kRoot) return std::nullopt;
    from = tree.at(from).parent;
    path.remove_prefix(3);
  }
  if (from == kNoNode) return std::nullopt;
  if (path == "@key") {
    Value key;
    key.known = true;
    key.text = key_of_map(tree, from);
    return key;
  }
  const NodeId found = below(tree, from, path, 0);
  if (found == kNoNode || view_.is_blank(found)) return std::nullopt;
  return view_.value(found);
}

Context NodeSurroundings::context() const { return context_of(view_, node_); }

std::optional<Value> StringSurroundings::beside(std::string_view path) const {
  for (const auto& [key, value] : pairs_)
    if (same_folded(key, path)) return value;
  return around_.beside(path);
}

Context StringSurroundings::context() const {
  Context out;
  for (const auto& [key, value] : pairs_) put_context(out, key, value);
  if (!base_.empty()) {
    Value url;
    url.known = base_.find('\x1a') == std::string::npos;
    url.text = base_;
    put_context(out, "url", url);
  }
  merge_context(out, around_.context());
  return out;
}

Context context_of(const View& view, NodeId node) { return ContextReader(view, node).read(node); }

}  // namespace ropc::scanner::config
