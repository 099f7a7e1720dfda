#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts.h"

namespace ropc::scanner::config {

/// Index of a node in its tree.
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = UINT32_MAX;
/// The node that holds the documents of a file, in file order.
inline constexpr NodeId kRoot = 0;

/// Limits of one file. What goes past them is not read as a document (Parsed::fault), the text eye sees it.
inline constexpr int kMaxDepth = 256;
inline constexpr std::size_t kMaxNodes = 4'000'000;
inline constexpr std::size_t kMaxText = UINT32_MAX / 2;

enum class NodeType : std::uint8_t { null, scalar, list, map };

/// How the lines of a scalar's value stand in the document.
enum class Lines : std::uint8_t {
  single,  ///< on one line, whatever line ends the value holds (JSON escapes)
  kept,    ///< line for line from Node::value_line on (block scalars, here documents, XML text)
  folded   ///< line ends of the document became blanks
};

/// Text of the document itself or, where the document spells it with escapes, of the tree's pool.
struct Text {
  std::uint32_t begin = 0;
  std::uint32_t size : 31 = 0;
  std::uint32_t pooled : 1 = 0;
};

/// One value of a document. An XML element with attributes and text is a map that has a value as well.
struct Node {
  NodeId parent = kNoNode;
  NodeId first = kNoNode;    ///< first child
  NodeId last = kNoNode;     ///< last child
  NodeId next = kNoNode;     ///< next sibling
  NodeId alias = kNoNode;    ///< YAML: the node that this one repeats
  Text key;                  ///< empty for list items and documents
  Text value;
  std::uint32_t begin = 0;   ///< of the key, or of the value where there is none
  std::uint32_t end = 0;     ///< past the value
  std::uint32_t value_at = 0;  ///< where the value starts (for Lines::kept: its first line of content)
  NodeType type = NodeType::null;
  Lines lines = Lines::single;
  bool quoted = false;       ///< in quotes or block form: a string, never a number or an expression
};

/// A document as a tree of keys and values with their places. Small nodes in one arena, text as slices: an export of
/// 50 MB takes about as much again. `document` must outlive the tree.
class Tree {
 public:
  explicit Tree(std::string_view document);

  /// Adds a node at the end of `parent`'s children; kNoNode when the tree is full.
  NodeId add(NodeId parent, NodeType type, Text key, std::size_t begin);
  [[nodiscard]] Text slice(std::size_t begin, std::size_t end) const;
  /// `decoded` is kept in the pool.
  Text pooled(std::string_view decoded);

  [[nodiscard]] Node& at(NodeId id) { return nodes_[id]; }
  [[nodiscard]] const Node& at(NodeId id) const { return nodes_[id]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] std::string_view document() const { return document_; }
  /// Views live as long as the tree is not added to.
  [[nodiscard]] std::string_view text(Text t) const;
  [[nodiscard]] std::string_view key(NodeId id) const { return text(nodes_[id].key); }
  [[nodiscard]] std::string_view value(NodeId id) const { return text(nodes_[id].value); }
  [[nodiscard]] Region where(NodeId id) const { return {nodes_[id].begin, nodes_[id].end}; }
  /// A node that holds a value: a scalar, or a map with text (XML).
  [[nodiscard]] bool has_value(NodeId id) const;
  /// The node itself, or the one it repeats (YAML alias).
  [[nodiscard]] NodeId target(NodeId id) const;
  /// First child whose key is `key`, compared folded; kNoNode: none.
  [[nodiscard]] NodeId child(NodeId id, std::string_view key) const;

 private:
  std::string_view document_;
  std::deque<Node> nodes_;
  std::string pool_;
};

/// What a reader made of a file.
struct Parsed {
  explicit Parsed(std::string_view document) : tree(document) {}
  Tree tree;
  std::vector<Region> comments;  ///< in file order
  std::string fault;             ///< why it could not be read to the end; empty: it was
};

/// Whether two names are the same but for letter case, '_', '-', '.' and blanks; allocates nothing.
bool same_folded(std::string_view a, std::string_view b) noexcept;

}  // namespace ropc::scanner::config
