#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner::config {

/// A key that gets a value inside a string: a form body, a URL's query, a command line, a condition.
struct StringPair {
  std::string key;          ///< decoded
  std::string value;        ///< decoded; placeholders stay
  std::size_t begin = 0;    ///< of the key, in the string
  std::size_t end = 0;      ///< past the value
  bool query = false;       ///< behind a '?'
  bool compared = false;    ///< `==`, `!=`, `eq`: asked, not set
};

/// Finds `key=value` in any text, separated by whatever is no part of a name: `a=1&b=2`, `https://…?a=1`, `-d 'a=1'`,
/// `a%3D1%26b%3D2`, one a line, `a == "1"`. Linear in the text.
std::vector<StringPair> string_pairs(std::string_view text);

}  // namespace ropc::scanner::config
