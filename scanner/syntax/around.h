#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scanner/document.h"
#include "scanner/facts.h"
#include "scanner/syntax/values.h"

namespace ropc::scanner::syntax {

/// A meaning in the words of the facts; definitions become places of `document`.
Value to_value(const Meaning& meaning, const Tree& tree, const Document& document);

/// What one file says about clients, endpoints, scopes and where credentials come from, and where it says so. Made
/// when first asked; belongs to one look at one document.
class FileContext {
 public:
  FileContext(const Values& values, const Document& document) : values_(values), document_(document) {}

  /// What surrounds a node: its own object or arguments first, then the receiver, the function, the type, the file; in
  /// each the nearest place.
  [[nodiscard]] Context around(NodeId node) const;

 private:
  struct Entry {
    std::string name;
    NodeId node = kNone;         ///< where it stands
    NodeId value = kNone;        ///< kNone: `text` is the value
    std::optional<Meaning> text;
  };
  void collect() const;
  void collect_node(NodeId id) const;
  void collect_call(NodeId id) const;
  void collect_text(NodeId id) const;
  void add(std::string name, NodeId node, NodeId value) const;
  void put_within(Context& out, NodeId scope, NodeId node, bool directly) const;
  void put_receiver(Context& out, NodeId node) const;
  void put_entry(Context& out, const Entry& entry) const;

  const Values& values_;
  const Document& document_;
  mutable bool collected_ = false;
  mutable std::vector<Entry> entries_;  ///< by place
};

/// The surroundings of one fact.
class CodeSurroundings : public Surroundings {
 public:
  CodeSurroundings(const FileContext& file, NodeId node) : file_(file), node_(node) {}
  [[nodiscard]] std::optional<Value> beside(std::string_view) const override { return std::nullopt; }
  [[nodiscard]] Context context() const override { return file_.around(node_); }

 private:
  const FileContext& file_;
  NodeId node_;
};

}  // namespace ropc::scanner::syntax
