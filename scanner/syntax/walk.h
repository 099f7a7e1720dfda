#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/sight.h"

// Inside of look(): the walk over a tree, node by node. Included by look*.cpp only.

namespace ropc::scanner::syntax {

inline constexpr std::size_t kMaxItems = 40;     ///< of a list, looked at
inline constexpr std::size_t kMaxPairs = 4'000;  ///< of a document

/// GRANT_TYPE, kGrantType, GrantType
bool looks_constant(std::string_view name);

class Walk {
 public:
  Walk(const Values& values, const RuleMatcher& rules) : values_(values), tree_(values.tree()), rules_(rules), covered_(tree_.size(), false) {}

  Sight take() {
    for (NodeId id = 0; id < tree_.size() && sight_.pairs.size() < kMaxPairs; ++id) visit(id);
    return std::move(sight_);
  }

 private:
  void visit(NodeId id);
  void visit_pair(NodeId id, NodeId key, NodeId value, std::string_view shape);
  void visit_argument(NodeId id);
  void visit_assign(NodeId id);
  void visit_declare(NodeId id);
  void visit_parameter(NodeId id);
  void visit_annotated(NodeId id, NodeId value);
  void visit_arguments(NodeId id);
  void visit_setter(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_entry(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_neighbours(NodeId id, const std::vector<ArgumentNode>& arguments);
  void note_open_key(NodeId key, NodeId value);
  void visit_tokens(NodeId id);
  void visit_list(NodeId id);
  void visit_binary(NodeId id);
  void visit_choice(NodeId id);
  void visit_comparing_call(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_call(NodeId id, const std::vector<ArgumentNode>& arguments);
  void add_argument(SeenCall& call, const ArgumentNode& argument, bool option) const;
  void add_options(SeenCall& call, const ArgumentNode& argument) const;
  void visit_bases(NodeId id);
  void visit_text(NodeId id);
  void visit_constant(NodeId id, NodeId name, NodeId value);
  void visit_positional(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_head(NodeId id);
  bool visit_named(NodeId name, NodeId value, NodeId id, std::string_view shape, bool definition);
  NodeId next_call(NodeId id) const;
  struct Field {
    NodeId node;
    std::string name;
  };
  [[nodiscard]] const std::vector<Field>& fields_of(const std::string& type) const;
  [[nodiscard]] std::vector<std::string> names_of(const std::string& name) const;
  void compare(NodeId subject, NodeId value, NodeId where, Role role = Role::compared);
  void scan_text(const Meaning& text, NodeId id);
  NodeId continuation(NodeId id) const;
  void cover_operands(NodeId id, int depth);

  /// How far a name that is not resolved may stand for the key that it is called like.
  enum class Guess : std::uint8_t { any, constants };
  [[nodiscard]] Meaning key_of(NodeId id, bool plain_name, Guess guess = Guess::any) const;
  [[nodiscard]] bool names_a_key(const std::string& text) const;
  void emit(const Meaning& key, NodeId value, NodeId node, Region where, std::string_view shape, bool definition = false);
  void emit_one(const Meaning& key, Meaning value, NodeId node, Region where, std::string_view shape, bool definition);
  [[nodiscard]] Region span(NodeId from, NodeId to) const {
    return {std::min(tree_.at(from).begin, tree_.at(to).begin), std::max(tree_.at(from).end, tree_.at(to).end)};
  }
  [[nodiscard]] NodeId callee(NodeId call) const {
    return tree_.form(call) == Form::message ? tree_.child_by_field(call, "method") : tree_.slot(call, 0);
  }
  [[nodiscard]] NodeId receiver(NodeId call) const;

  const Values& values_;
  const Tree& tree_;
  const RuleMatcher& rules_;
  std::vector<bool> covered_;  ///< texts that were read as part of a larger one
  std::set<std::tuple<NodeId, NodeId, std::string>> emitted_;
  mutable std::unordered_map<std::string, bool> known_keys_;
  mutable std::unordered_map<std::string, std::vector<Field>> fields_;  ///< by type; see fields_of()
  mutable bool fields_known_ = false;
  Sight sight_;
};

}  // namespace ropc::scanner::syntax
