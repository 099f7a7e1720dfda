#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/config/view.h"
#include "scanner/facts.h"

namespace ropc::scanner::config {

/// What stands around a node: siblings by path, and the context read off the nearest enclosing objects, blocks and
/// lists of named values.
class NodeSurroundings : public Surroundings {
 public:
  NodeSurroundings(const View& view, NodeId node) : view_(view), node_(node) {}
  [[nodiscard]] std::optional<Value> beside(std::string_view path) const override;
  [[nodiscard]] Context context() const override;

 private:
  const View& view_;
  NodeId node_;
};

/// What stands around a pair inside a string: the other pairs of the string, then what stands around its node.
class StringSurroundings : public Surroundings {
 public:
  using Pairs = std::vector<std::pair<std::string, Value>>;
  /// `base`: the URL the pairs belong to; empty: none. `pairs` must outlive this.
  StringSurroundings(const View& view, NodeId node, const Pairs& pairs, std::string_view base)
      : around_(view, node), pairs_(pairs), base_(base) {}
  [[nodiscard]] std::optional<Value> beside(std::string_view path) const override;
  [[nodiscard]] Context context() const override;

 private:
  NodeSurroundings around_;
  const Pairs& pairs_;
  std::string base_;
};

/// The context of a place in the document.
Context context_of(const View& view, NodeId node);

}  // namespace ropc::scanner::config
