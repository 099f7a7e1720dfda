#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "scanner/facts.h"
#include "scanner/syntax/definitions.h"
#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {

/// Stands in a text for each part that is not known.
inline constexpr char kUnknown = '\x1a';

/// Where a stretch of a value's text stands in the document.
struct Mark {
  std::size_t text = 0;    ///< it begins here in the value's text
  std::size_t source = 0;  ///< and here in the document
};

/// A part that is not known: what is known of it all the same.
struct Gap {
  std::size_t text = 0;      ///< of its kUnknown
  NodeId at = kNone;         ///< the expression
  NodeId parameter = kNone;  ///< the parameter that it is
  std::string name;          ///< its dotted name
  CredentialSource source = CredentialSource::unknown;
};

/// What an expression may come to, while it is worked out.
struct Meaning {
  bool known = false;
  std::string text;
  std::string name;           ///< dotted name of the expression where it is one
  CredentialSource source = CredentialSource::unknown;
  NodeId at = kNone;          ///< the expression
  NodeId parameter = kNone;   ///< it is what this parameter is given (or its default, when known)
  std::vector<NodeId> through;        ///< definitions in this file that led to it, nearest first
  std::vector<RelatedPlace> foreign;  ///< definitions in other files
  std::vector<Mark> marks;
  std::vector<Gap> gaps;
};

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
  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Definitions& definitions() const { return definitions_; }

  static constexpr std::size_t kMaxMeanings = 4;

 private:
  using Meanings = std::vector<Meaning>;
  [[nodiscard]] Meanings follow(NodeId id, int depth) const;
  [[nodiscard]] NodeId result_of(NodeId block) const;
  [[nodiscard]] Meanings of_text(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_name(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_member(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_index(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_call(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_binary(NodeId id, int depth) const;
  [[nodiscard]] Meanings of_format(NodeId format, const std::vector<NodeId>& arguments, int depth) const;
  [[nodiscard]] Meanings of_definition(const Definition& definition, int depth) const;
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
  mutable std::size_t fuel_ = 0;          ///< steps left for this question
  mutable std::size_t spent_ = 0;         ///< steps of the whole file
};

/// `a` followed by `b`.
Meaning joined(Meaning a, const Meaning& b);

}  // namespace ropc::scanner::syntax
