#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ropc::scanner::syntax {

/// A place in a format text that an argument fills.
struct FormatHole {
  std::size_t end = 0;   ///< offset behind it
  int index = -1;        ///< argument, from 0; -1: the next one; -2: none, see `literal`
  std::string name;      ///< of the argument, where it is asked for by name
  bool literal = false;  ///< "%%" and "{{": a sign that stands for itself
};

/// The hole of a printf-like format that begins with the '%' at `i`; nothing when it is none: "%s", "%1$s", "%(name)s".
std::optional<FormatHole> percent_hole(std::string_view text, std::size_t i);

/// The hole of a format with braces that begins with the '{' at `i`; nothing when it is none: "{}", "{0}", "{name:>8}".
std::optional<FormatHole> brace_hole(std::string_view text, std::size_t i);

}  // namespace ropc::scanner::syntax
