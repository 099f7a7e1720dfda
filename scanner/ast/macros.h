#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner::ast {

/// `#define NAME "text"`; macros have no place in a syntax tree.
struct MacroText {
  std::string name;
  std::string text;  ///< of the literal, escapes as written
};
/// Those of a source text, in its order; of several literals in one line the first.
std::vector<MacroText> macros_with_text(std::string_view source);

}  // namespace ropc::scanner::ast
