#pragma once

#include <optional>

#include "scanner/config/tree.h"

namespace ropc::scanner::config {

/// A key and its value written as two neighbours: `{"key": "grant_type", "value": "password"}` of Postman, HAR and
/// Kubernetes, `<add key= value=>`, `<FormParam name="a">b</FormParam>`, JMeter's `Argument.name`/`Argument.value`.
struct Entry {
  NodeId key = kNoNode;    ///< the scalar that holds the key
  NodeId value = kNoNode;  ///< the node that holds the value
  bool off = false;        ///< `disabled: true`, `enabled: false`
  bool sample = false;     ///< an example or default in a description of a parameter
};

/// What the map `id` is when it is such a pair.
std::optional<Entry> entry_of(const Tree& tree, NodeId id);

/// Whether the node, or one around it, is switched off by `enabled="false"` or `disabled: true`.
bool switched_off(const Tree& tree, NodeId id);

}  // namespace ropc::scanner::config
