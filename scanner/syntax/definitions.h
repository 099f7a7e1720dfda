#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {

/// A place where a name gets its meaning.
struct Definition {
  enum class Kind : std::uint8_t {
    variable,   ///< a declaration or an assignment
    append,     ///< `x += value`
    parameter,
    member,     ///< a field, property or attribute of a type
    enum_member,
    function,
    type
  };
  Kind kind = Kind::variable;
  NodeId node = kNone;       ///< the declaration, assignment, parameter, function or type
  NodeId value = kNone;      ///< what it is given; kNone: nothing that is seen
  NodeId type = kNone;       ///< the type it is declared with
  NodeId scope = kNone;      ///< the function or type it belongs to; 0: the file
  std::string container;     ///< the type, object or module that it is a member of, by name; empty: none
  std::vector<std::string> aliases;  ///< names given to it by annotations and tags ("grant_type" for @SerializedName)
};

/// All names that one file defines.
class Definitions {
 public:
  explicit Definitions(const Tree& tree);

  /// What `name` may mean at node `at`, nearest first: assignments of the enclosing functions up to the one that every
  /// way to `at` passes, then parameters, members of enclosing types, then the file. Empty: not defined here.
  [[nodiscard]] std::vector<const Definition*> visible(std::string_view name, NodeId at) const;
  /// Members of that name in a type, enum, object or module called `container` (its last part, any letter case).
  [[nodiscard]] std::vector<const Definition*> members(std::string_view container, std::string_view name) const;
  /// Fields and properties of that name in the type around `at`.
  [[nodiscard]] std::vector<const Definition*> own_members(std::string_view name, NodeId at) const;
  /// All definitions of that name.
  [[nodiscard]] const std::vector<Definition>* all(std::string_view name) const;
  [[nodiscard]] const std::unordered_map<std::string, std::vector<Definition>>& by_name() const { return by_name_; }

  /// The function or type around a node; 0: the file.
  [[nodiscard]] NodeId scope_of(NodeId id) const { return id == kNone || id >= scope_.size() ? 0 : scope_[id]; }
  /// The nearest scope of that form around a node, the node itself not counted; kNone: none.
  [[nodiscard]] NodeId around(NodeId id, Form form) const;

 private:
  void collect(NodeId id);
  void collect_declared(NodeId id);
  void collect_assigned(NodeId id);
  void collect_call(NodeId id);
  void collect_entry(NodeId id);
  void add(std::string name, Definition definition);
  void add_target(NodeId target, NodeId value, NodeId type, NodeId node, Definition::Kind kind);
  [[nodiscard]] std::string container_of(NodeId scope) const;

  const Tree* tree_;
  std::vector<NodeId> scope_;  ///< by node
  std::unordered_map<std::string, std::vector<Definition>> by_name_;
};

/// One parameter of a function.
struct Parameter {
  std::string name;
  NodeId node = kNone;
  NodeId value = kNone;  ///< its default; kNone: none
  NodeId type = kNone;
};

/// The parameters of a function, in order; the object itself (self, cls) is left out.
std::vector<Parameter> parameters_of(const Tree& tree, NodeId function);

/// One argument of a call.
struct ArgumentNode {
  std::string name;      ///< of a named argument, option or label; empty: positional
  NodeId name_node = kNone;
  NodeId value = kNone;  ///< kNone for an option without a value
  NodeId node = kNone;
};

/// The arguments of a call, message, command, creation (initialiser included), annotation or enum member, in order.
std::vector<ArgumentNode> arguments_of(const Tree& tree, NodeId call);

/// Strings that annotations, attributes and tags give to a declaration, parameter or enum member: other names of it.
std::vector<std::string> aliases_of(const Tree& tree, NodeId declaration);

/// Whether an expression stands for the object that the code is a method of (this, self, $this, @).
bool is_self(const Tree& tree, NodeId id);

}  // namespace ropc::scanner::syntax
