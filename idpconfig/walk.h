#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "common/yaml.h"

namespace ropc::idpconfig {

/// Where a value stands in a document: member names, and "[]" for an element of a list. The root's path is empty.
using Path = std::vector<std::string>;

inline constexpr std::string_view kElement = "[]";

/// Decides, value by value, what of a document is kept. Nothing else of it is ever in memory.
class Visitor {
 public:
  enum class Want : std::uint8_t { skip, descend, capture };
  virtual ~Visitor() = default;
  /// Asked for every value that stands below a descended one.
  virtual Want want(const Path& path) = 0;
  /// A captured value, complete, with the line of each node. False ends the walk.
  virtual bool value(const Path& path, YamlNode node) = 0;
  /// A descended list or map ends. False ends the walk.
  virtual bool leave(const Path& path) = 0;
};

/// How a walk ended.
struct Walk {
  enum class End : std::uint8_t {
    complete,
    stopped,   ///< the visitor had enough
    broken,    ///< no JSON from `line` on
    too_large  ///< one captured value is larger than kMaxNodes or kMaxText, or deeper than kMaxDepth
  };
  End end = End::complete;
  std::uint32_t line = 0;  ///< where it ended, from 1
};

inline constexpr std::size_t kMaxNodes = 100'000;       ///< of one captured value
inline constexpr std::size_t kMaxText = 16U << 20U;     ///< bytes of names and scalars of one captured value
inline constexpr std::size_t kMaxDepth = 64;            ///< of one captured value

/// Reads one JSON document (UTF-8, byte order mark allowed) in one pass. Memory: what the visitor captures, one value
/// at a time; nesting that is skipped costs a bit a level.
Walk walk_json(std::string_view text, Visitor& visitor);
Walk walk_json(std::istream& in, Visitor& visitor);

/// The same over a document that is in memory already.
Walk walk_node(const YamlNode& root, Visitor& visitor);

}  // namespace ropc::idpconfig
