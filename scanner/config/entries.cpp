#include "scanner/config/entries.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace ropc::scanner::config {
namespace {

/// Entries are small: what has more children is another kind of object.
constexpr int kMaxChildren = 24;

constexpr std::array<std::string_view, 9> kKeyWords = {"key",   "name",          "argumentname",       "paramname", "parametername",
                                                       "field", "PartnerClaimType", "ClaimTypeReferenceId", "property"};
constexpr std::array<std::string_view, 8> kValueWords = {"value",       "argumentvalue", "paramvalue",   "parametervalue",
                                                         "defaultvalue", "val",          "stringvalue",  "content"};
constexpr std::array<std::string_view, 3> kSampleWords = {"default", "example", "enum"};

template <std::size_t N>
std::size_t rank(const std::array<std::string_view, N>& words, std::string_view key) {
  const auto* at = std::find_if(words.begin(), words.end(), [key](std::string_view word) { return same_folded(word, key); });
  return static_cast<std::size_t>(at - words.begin());
}

bool is_word(const Tree& tree, NodeId id, std::string_view word) { return equal_ignoring_case(trim(tree.value(id)), word); }

/// The text of an element that a `name` attribute names (`<stringProp name="Argument.name">x</stringProp>`).
struct Named {
  std::string_view name;
  NodeId value = kNoNode;
};

Named named_child(const Tree& tree, NodeId id) {
  const NodeId target = tree.target(id);
  if (tree.at(target).type != NodeType::map || tree.at(target).value.size == 0) return {tree.key(id), target};
  const NodeId name = tree.child(target, "name");
  return {name == kNoNode ? tree.key(id) : tree.value(name), target};
}

struct Found {
  NodeId id = kNoNode;
  std::size_t rank = SIZE_MAX;
  void take(NodeId candidate, std::size_t candidate_rank, std::size_t words) {
    if (candidate_rank >= words || candidate_rank >= rank) return;
    id = candidate;
    rank = candidate_rank;
  }
};

}  // namespace

std::optional<Entry> entry_of(const Tree& tree, NodeId id) {
  const Node& node = tree.at(id);
  if (node.type != NodeType::map) return std::nullopt;
  Entry out;
  Found key;
  Found value;
  Found sample;
  int children = 0;
  for (NodeId c = node.first; c != kNoNode; c = tree.at(c).next) {
    if (++children > kMaxChildren) return std::nullopt;
    const Named child = named_child(tree, c);
    if (same_folded(child.name, "disabled")) out.off |= is_word(tree, child.value, "true");
    if (same_folded(child.name, "enabled") || same_folded(child.name, "active")) out.off |= is_word(tree, child.value, "false");
    if (tree.has_value(child.value)) {
      key.take(child.value, rank(kKeyWords, child.name), kKeyWords.size());
      value.take(child.value, rank(kValueWords, child.name), kValueWords.size());
      sample.take(child.value, rank(kSampleWords, child.name), kSampleWords.size());
    }
  }
  if (key.id == kNoNode) return std::nullopt;
  if (value.id == kNoNode && node.value.size != 0) value.id = id;  // <FormParam name="a">b</FormParam>
  out.key = key.id;
  out.sample = value.id == kNoNode;
  out.value = out.sample ? sample.id : value.id;
  if (out.value == kNoNode || out.value == out.key) return std::nullopt;
  return out;
}

bool switched_off(const Tree& tree, NodeId id) {
  for (int up = 0; up < 6 && id != kNoNode && id != kRoot; ++up, id = tree.at(id).parent) {
    if (tree.at(id).type != NodeType::map) continue;
    int children = 0;
    for (NodeId c = tree.at(id).first; c != kNoNode && children < kMaxChildren; c = tree.at(c).next, ++children) {
      if (same_folded(tree.key(c), "enabled") && is_word(tree, c, "false")) return true;
      if (same_folded(tree.key(c), "disabled") && is_word(tree, c, "true")) return true;
    }
  }
  return false;
}

}  // namespace ropc::scanner::config
