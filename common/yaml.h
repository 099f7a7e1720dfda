#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace ropc {

/// A YAML document as plain values with the line of every node. Anchors are resolved; a document that grows past the
/// limits by them is refused.
struct YamlNode {
  enum class Type { null, scalar, list, map };
  Type type = Type::null;
  std::uint32_t line = 0;  ///< from 1
  bool quoted = false;     ///< scalar in quotes or block form: always a string
  std::string scalar;
  std::vector<YamlNode> items;                              ///< of a list
  std::vector<std::pair<std::string, YamlNode>> entries;    ///< of a map, in file order
  std::vector<std::uint32_t> key_lines;                     ///< of a map, one per entry

  YamlNode();  // out of line: the type is whole only at its end, and a pair asks for its members earlier
  YamlNode(const YamlNode&);
  YamlNode(YamlNode&&) noexcept;
  YamlNode& operator=(const YamlNode&);
  YamlNode& operator=(YamlNode&&) noexcept;
  ~YamlNode();

  /// The value under `key`; nullptr when this is no map or has no such key.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
  [[nodiscard]] bool is_map() const { return type == Type::map; }
  [[nodiscard]] bool is_list() const { return type == Type::list; }
  [[nodiscard]] bool is_scalar() const { return type == Type::scalar; }
};

/// Parses all documents of `text`. Fails with ErrorCode::syntax and "path:line", or ErrorCode::limit when nested
/// deeper than 100, or made of more than 2,000,000 nodes or many more than it has bytes (anchors).
Result<std::vector<YamlNode>> parse_yaml(std::string_view text, const std::string& path);

}  // namespace ropc
