#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/facts.h"
#include "scanner/syntax/definitions.h"
#include "scanner/syntax/meaning.h"
#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {

/// A constant's value found in another file.
struct ForeignValue {
  std::string text;
  RelatedPlace place;
};

/// What the rest of the tree knows. Callable from many threads.
class Elsewhere {
 public:
  virtual ~Elsewhere() = default;
  /// Values of constants, enum members and fields called `name` in a type or file called `qualifier` (its last part;
  /// empty: any). Several only when they agree.
  [[nodiscard]] virtual std::optional<ForeignValue> constant(std::string_view qualifier, std::string_view name) const = 0;
  /// The value of an environment variable, property or placeholder.
  [[nodiscard]] virtual std::optional<std::string> placeholder(const std::string& name) const = 0;
};

/// Follows values through one file: literals, concatenation, interpolation, formatting, constants, fields, enum members,
/// defaults, functions that return them. Work is bounded for each question and for the file as a whole.
class Values {
 public:
  Values(const Tree& tree, const Definitions& definitions, const Elsewhere* elsewhere)
      : tree_(tree), definitions_(definitions), elsewhere_(elsewhere) {}

  /// What the expression may come to, likeliest first; at most kMaxMeanings; never empty.
  [[nodiscard]] std::vector<Meaning> of(NodeId expression) const;
  /// The first of them.
  [[nodiscard]] Meaning first(NodeId expression) const { return of(expression).front(); }
  /// The type of the object that an expression comes to, as far as the file tells; empty: not known.
  [[nodiscard]] std::string type_of(NodeId expression) const;
  /// The items of a list, set, array or %w[] that an expression comes to; empty: it is none.
  [[nodiscard]] std::vector<NodeId> items_of(NodeId expression) const;
  /// The node of Form::map or create (a literal with keys) that an expression comes to; kNone: none.
  [[nodiscard]] NodeId object_of(NodeId expression) const;
  /// Whether the work that a file may cost is spent: later answers were cut short.
  [[nodiscard]] bool exhausted() const;
  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Definitions& definitions() const { return definitions_; }

 private:
  using Meanings = std::vector<Meaning>;
  static constexpr std::size_t kFuel = 3'000;  ///< steps of a question
  [[nodiscard]] Meanings follow(NodeId id, int depth) const;
  [[nodiscard]] NodeId result_of(NodeId block) const;
  [[nodiscard]] Meanings of_text(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_name(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_member(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_index(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_call(NodeId id, int depth) const;
  /// A call, taken apart.
  struct CallParts {
    NodeId id = kNone, callee = kNone, receiver = kNone;
    std::string name;  ///< last part of the callee's
    std::vector<ArgumentNode> arguments;
  };
  [[nodiscard]] CallParts parts_of(NodeId id) const;
  [[nodiscard]] Meanings of_known_call(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_own_function(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_same(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_append(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_join(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_format_call(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_numbered(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_setting(const CallParts& call, CredentialSource from, int depth) const;
  [[nodiscard]] Meanings of_fallback(const CallParts& call, int depth) const;
  [[nodiscard]] Meanings of_binary(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_format(NodeId format, const std::vector<NodeId>& arguments, int depth) const;
  [[nodiscard]] Meanings of_definition(const Definition& definition, int depth) const;
  [[nodiscard]] Meanings injected(const Definition& definition) const;
  [[nodiscard]] Meanings of_definitions(const std::vector<const Definition*>& list, NodeId at, int depth) const;
  [[nodiscard]] Meanings of_function(const Definition& function, std::string_view receiver, int depth) const;
  [[nodiscard]] Meanings of_environment(NodeId id, const std::string& variable, NodeId fallback, CredentialSource from, int depth) const;
  [[nodiscard]] Meanings from_elsewhere(NodeId id, std::string_view qualifier, std::string_view name) const;
  [[nodiscard]] std::string type_of(NodeId expression, int depth) const;
  [[nodiscard]] Meaning unknown(NodeId id) const;
  [[nodiscard]] bool spend() const;

  const Tree& tree_;
  const Definitions& definitions_;
  const Elsewhere* elsewhere_;
  mutable std::map<std::pair<NodeId, std::string>, Meanings> returned_;  ///< of functions of this file, by receiver's member
  mutable std::size_t fuel_ = 0;          ///< steps left for this question
  mutable std::size_t spent_ = 0;         ///< steps of the whole file
};

/// Whether an object of that name is the program's configuration.
bool holds_settings(std::string_view name);

}  // namespace ropc::scanner::syntax
