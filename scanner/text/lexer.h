#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/text/text_syntax.h"

namespace ropc::scanner {

/// A piece of a text as the text eye reads it. Offsets are bytes.
struct Token {
  enum class Type : std::uint8_t {
    word,     ///< identifier, number or keyword
    string,   ///< with its quotes; inner_begin and inner_end bound what is between them
    comment,
    mark      ///< one or two characters of punctuation ("=>", "==", "::", "->", ":=", "<-", "&&", else one)
  };
  Type type = Type::mark;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t inner_begin = 0;
  std::uint32_t inner_end = 0;

  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  [[nodiscard]] std::string_view inner(std::string_view text) const {
    return text.substr(inner_begin, inner_end - inner_begin);
  }
};

/// All tokens of `text` in order; blanks are left out. Linear, and every byte that is no blank is in exactly one token.
/// An opening quote without an end is a mark.
std::vector<Token> tokens_of(std::string_view text, const TextSyntax& syntax);

/// A string token's text: simple escapes (\n \t \" \\ \uXXXX \xXX) undone where the language has them.
std::string decoded(std::string_view inner, const TextSyntax& syntax);

}  // namespace ropc::scanner
