#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/field_table.h"
#include "logparsers/paths.h"

namespace ropc::logparsers {

/// Bytes that must be readable behind every JSON text that is given to a JsonWalker or to json_elements().
inline constexpr std::size_t kJsonPadding = 64;

/// A member of a JSON object as it is written: its name without the quotes, its value with them.
struct JsonMember {
  std::string_view name;
  std::string_view value;
};

/// Takes the wanted values out of one JSON object in one pass (simdjson On-Demand). One per thread; reused.
class JsonWalker {
 public:
  explicit JsonWalker(const PathSet& paths);
  ~JsonWalker();
  JsonWalker(const JsonWalker&) = delete;
  JsonWalker& operator=(const JsonWalker&) = delete;

  /// Fills `out` from the object `text`, which must be followed by kJsonPadding readable bytes. False when it is no
  /// whole JSON object: `out` then holds what stood before the fault. Views live until the next walk of this walker,
  /// or the next clear() of `out`.
  bool walk(std::string_view text, FieldTable& out);
  /// The same for a cell or string that holds JSON text, from the paths of `node`.
  bool walk_inside(std::string_view text, const PathSet::Node& node, FieldTable& out);

  /// The elements of the JSON array `text`, as they are written; what follows a fault is missing. False on a fault.
  bool elements(std::string_view text, std::vector<std::string_view>& out);
  /// The members of the JSON object `text`, as they are written; what follows a fault is missing. False on a fault.
  bool members(std::string_view text, std::vector<JsonMember>& out);
  /// What the quoted string `token` means; empty on a fault. Padding as for walk().
  std::string string(std::string_view token);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Where the JSON value that starts at the front of `text` ends, without looking into strings.
struct JsonExtent {
  enum class State { whole, unfinished, broken };
  State state = State::broken;
  std::size_t length = 0;  ///< of the value, or up to where it breaks
};
JsonExtent json_extent(std::string_view text);

}  // namespace ropc::logparsers
