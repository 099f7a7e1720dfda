#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner::ast {

struct TextPair {
  std::string key;
  std::string value;
  bool open = false;  ///< the text ends right after "key=": the value is what comes next
  auto operator<=>(const TextPair&) const = default;
};

/// The `key=value` pairs of a form body, query string or command line in a text.
std::vector<TextPair> pairs_in(std::string_view text);

}  // namespace ropc::scanner::ast
