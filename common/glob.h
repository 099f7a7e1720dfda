#pragma once

#include <string_view>

namespace ropc {

/// Whether `path` (parts between '/') matches `glob`: '?' is one character, '*' any number of them within a part, '**'
/// as a whole part any number of parts. ASCII letter case does not count. Time is bounded by the product of lengths.
bool glob_matches(std::string_view glob, std::string_view path);

}  // namespace ropc
