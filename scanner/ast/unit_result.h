#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace ropc::scanner::ast {

/// How much of a unit libclang could see.
enum class Quality : std::uint8_t {
  full,      ///< no error: all headers were there
  partial,   ///< headers or declarations are missing, the tree has holes
  text_only  ///< no tree: the other eyes must do
};

inline constexpr std::array<std::string_view, 3> kQualityNames = {"full", "partial", "text only"};
constexpr std::string_view name_of(Quality quality) { return kQualityNames[static_cast<std::size_t>(quality)]; }

struct UnitResult {
  Quality quality = Quality::text_only;
  std::vector<Finding> findings;   ///< in the main file only
  std::vector<std::string> names;  ///< of a header: what it declares that makes a site of its use elsewhere; sorted
};

}  // namespace ropc::scanner::ast
