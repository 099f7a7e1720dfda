#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/syntax/language.h"

namespace ropc::scanner::syntax {

struct Grammar;
struct Selector;

using NodeId = std::uint32_t;
inline constexpr NodeId kNone = UINT32_MAX;

/// A named node of the syntax tree. Nodes stand in document order, parents before children, so a subtree is the range
/// [id, last).
struct Node {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the document
  NodeId parent = kNone;
  NodeId first = kNone;              ///< first child
  NodeId next = kNone;               ///< next sibling
  NodeId last = kNone;               ///< one past the subtree
  std::uint16_t row = 0;             ///< of the language's table, 1-based; 0: none
  std::uint16_t symbol = 0;          ///< of the grammar
  std::uint16_t field = 0;           ///< of the grammar, in the parent; 0: none
  Form form = Form::none;
};

struct ParseLimits;

/// The syntax tree of one text, flat and free of the parser. Keeps a view of the text. Immutable once built.
class Tree {
 public:
  [[nodiscard]] const Language& language() const { return *language_; }
  [[nodiscard]] std::string_view source() const { return text_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] const Node& at(NodeId id) const { return nodes_[id]; }
  [[nodiscard]] Form form(NodeId id) const { return id == kNone ? Form::none : nodes_[id].form; }
  [[nodiscard]] NodeId parent(NodeId id) const { return id == kNone ? kNone : nodes_[id].parent; }
  /// The source text of a node; empty for kNone.
  [[nodiscard]] std::string_view text(NodeId id) const;
  /// The source text between two nodes, without blanks and comments: an operator, "," or ":".
  [[nodiscard]] std::string_view between(NodeId left, NodeId right) const;
  /// The grammar's name of the node's type.
  [[nodiscard]] std::string_view type(NodeId id) const;

  /// The child in slot 0 (a), 1 (b) or 2 (c) of the node's row; kNone where the row has none or it is not there.
  [[nodiscard]] NodeId slot(NodeId id, int slot) const;
  /// Children that are no comments, in order.
  [[nodiscard]] std::vector<NodeId> children(NodeId id) const;
  /// The first child in that field of the grammar.
  [[nodiscard]] NodeId child_by_field(NodeId id, std::string_view field) const;
  [[nodiscard]] bool in_field(NodeId id, std::string_view field) const;
  /// `id` without what stands for its only child: parentheses, casts, wrappers of one operand.
  [[nodiscard]] NodeId strip(NodeId id) const;
  /// The nearest ancestor of that form, the node itself not counted.
  [[nodiscard]] NodeId ancestor(NodeId id, Form form) const;
  [[nodiscard]] bool within(NodeId inner, NodeId outer) const {
    return inner != kNone && outer != kNone && inner >= outer && inner < nodes_[outer].last;
  }

  /// The last part of a name, free of sigils: "grant" for `$grant`, `@grant`, `a.grant`, `A::grant`. Empty: no name.
  [[nodiscard]] std::string name(NodeId id) const;
  /// The expression as a dotted name ("OidcConstants.GrantTypes.Password", "self.client"); calls in it lose their
  /// arguments ("KeycloakBuilder.builder"). Empty: no name.
  [[nodiscard]] std::string dotted(NodeId id) const;

  /// How much of the text the parser could not make sense of, 0 to 1.
  [[nodiscard]] double broken() const;

 private:
  friend class TreeBuilder;
  friend std::optional<Tree> parse(const Language&, std::string_view, const ParseLimits&);
  [[nodiscard]] NodeId step(NodeId id, const Selector& way) const;
  void append_dotted(NodeId id, int depth, std::string& out) const;
  const Language* language_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::string_view text_;
  std::vector<Node> nodes_;
};

/// Bounds of parse(). Steps are the parser's own, so that a limit is met at the same place on every machine. Texts of files
/// that are too long come in sections (scanner/sections.h).
struct ParseLimits {
  std::size_t bytes = 512U << 10U;
  std::size_t nodes = 3'000'000;
  std::size_t nesting = 2'000;        ///< of brackets in the text, before it is parsed
  std::uint64_t steps_per_byte = 40;  ///< and 200,000 at least
};

/// Parses `text`; the tree keeps a view of it. Nothing: a limit was met or the grammar gave up.
std::optional<Tree> parse(const Language& language, std::string_view text, const ParseLimits& limits);

/// What a Language's refine() may change: the parts of nodes, never their places.
class TreeBuilder {
 public:
  explicit TreeBuilder(Tree& tree) : tree_(tree) {}
  [[nodiscard]] const Tree& tree() const { return tree_; }
  void set_form(NodeId id, Form form) { tree_.nodes_[id].form = form; }
  /// Gives the node a row of its language by that row's node type, and the row's form.
  void set_row(NodeId id, std::string_view type);

 private:
  Tree& tree_;
};

}  // namespace ropc::scanner::syntax
