#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "scanner/config/format.h"
#include "scanner/config/tree.h"
#include "scanner/document.h"
#include "scanner/facts.h"
#include "scanner/repository.h"

namespace ropc::scanner::config {

/// A parsed document while it is looked at: values with their placeholders resolved. Belongs to one look; not for
/// several threads.
class View {
 public:
  /// All four must outlive the view.
  View(const Document& document, const Repository& repository, Format format, const Parsed& parsed)
      : document_(document), repository_(repository), format_(format), tree_(parsed.tree) {}

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] Format format() const { return format_; }

  /// The node's value, resolved. A map or null is a known empty value, a list its scalars joined by '\n'.
  [[nodiscard]] Value value(NodeId id) const;

  /// A text that is there and says nothing (`"username": ""`, `A=`): templates and exports hold every key, so it counts as
  /// if the key were missing. An empty XML element says something by being there.
  [[nodiscard]] bool is_blank(NodeId id) const;

  /// The context of an object around hits, read once.
  template <class Read>
  Context remembered(NodeId id, Read read) const {
    const auto known = contexts_.find(id);
    return known != contexts_.end() ? known->second : contexts_.emplace(id, read()).first->second;
  }

  /// Any text of the document, resolved as if it stood at `near`.
  [[nodiscard]] Value resolved(std::string_view text, NodeId near) const;

 private:
  struct Definition {
    std::string text;
    NodeId node = kNoNode;  ///< where it stands in this document
  };

  [[nodiscard]] Value resolved(std::string_view text, NodeId near, int depth) const;
  [[nodiscard]] Value expression(std::string_view text, NodeId near, int depth) const;
  bool replace(const std::string& name, const std::optional<std::string>& fallback, NodeId near, int depth, Value& out) const;
  [[nodiscard]] std::optional<Definition> definition(const std::string& name, NodeId near) const;
  [[nodiscard]] NodeId defined_here(std::string_view name, NodeId near) const;
  [[nodiscard]] NodeId in_scope(NodeId scope, std::string_view name) const;
  [[nodiscard]] NodeId by_path(NodeId from, std::string_view path) const;

  const Document& document_;
  const Repository& repository_;
  Format format_;
  const Tree& tree_;
  mutable std::unordered_map<NodeId, Context> contexts_;
  mutable int steps_ = 0;  ///< placeholders that may still be replaced in the value at hand
};

}  // namespace ropc::scanner::config
