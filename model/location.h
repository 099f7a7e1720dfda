#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace ropc {

/// A place in an input. Lines and columns count from 1, columns in bytes; 0 means unknown. `end_column` is the
/// column after the last byte.
struct Location {
  std::string path;  ///< relative to the input root, always with '/'
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
  auto operator<=>(const Location&) const = default;
};

}  // namespace ropc
