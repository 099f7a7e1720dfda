#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "scanner/config/tree.h"

// What the readers of line-wise formats share.

namespace ropc::scanner::config {

/// Goes through a text line by line. Lines are given without their line ends.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text) : text_(text) {}
  /// Steps to the next line; false at the end.
  bool next();
  [[nodiscard]] std::size_t begin() const { return begin_; }  ///< of the line
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] std::string_view line() const { return text_.substr(begin_, end_ - begin_); }
  /// Goes on with the line after the one that holds `offset`.
  void jump(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t begin_ = 0, end_ = 0, after_ = 0;
};

/// Builds a tree from dotted keys: "a.b[0].c" is a map in a list in a map. Inner nodes are made once; a key that comes
/// twice stands in the tree twice.
class PathTree {
 public:
  explicit PathTree(Tree& tree);
  [[nodiscard]] NodeId document() const { return document_; }
  /// The inner node at `parent` → `name`, made when it is not there yet; kNoNode when the tree is full.
  NodeId inner(NodeId parent, std::string_view name, std::size_t at);
  /// A scalar under `parent`, at the end of the dotted `key`.
  NodeId scalar(NodeId parent, std::string_view key, std::size_t at);

 private:
  Tree& tree_;
  NodeId document_;
  std::unordered_map<std::string, NodeId> known_;
};

/// Sets a scalar's value to the document's bytes [begin, end), or to `decoded` where it differs from them.
void set_value(Tree& tree, NodeId id, std::size_t begin, std::size_t end);
void set_value(Tree& tree, NodeId id, std::size_t begin, std::size_t end, std::string_view decoded);

/// [begin, end) without blanks at either end.
Region trimmed(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace ropc::scanner::config
