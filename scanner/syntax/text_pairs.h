#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::scanner::syntax {

/// A key and its value inside a text: a form body, a query string, JSON in a string, a header.
struct TextPair {
  std::size_t key = 0, key_end = 0;      ///< offsets in the text
  std::size_t value = 0, value_end = 0;  ///< the same where the value comes from elsewhere
  std::string_view shape;                ///< "form-string", "query-string", "json-string", "header"; a literal
  bool open = false;                     ///< the text ends where the value should begin
  bool prose = false;                    ///< stands in a sentence: nothing is sent
};

/// All pairs of `text` whose key `wanted` says yes to. Percent-encoded '=' and '&', escaped quotes and blanks around ':'
/// are understood; kUnknown (values.h) may stand for a value. Linear in the text.
std::vector<TextPair> pairs_in(std::string_view text, const std::function<bool(std::string_view)>& wanted);

}  // namespace ropc::scanner::syntax
