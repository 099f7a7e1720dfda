#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {

/// A stretch of a string literal: text, or a hole that something is put into.
struct Piece {
  std::string text;        ///< decoded; empty for a hole
  NodeId hole = kNone;     ///< the expression in the hole
  std::string hole_name;   ///< of a hole that the grammar does not show ("$name" in plain text)
  std::size_t source = 0;  ///< where it begins in the document
  [[nodiscard]] bool is_hole() const { return hole != kNone || !hole_name.empty(); }
};

/// The pieces of a node of Form::string, heredoc, joined or symbol, without quotes and prefixes, escapes decoded.
std::vector<Piece> pieces_of(const Tree& tree, NodeId string);

/// The words of a node of Form::words, each with the place where it begins.
std::vector<Piece> words_of(const Tree& tree, NodeId words);

/// What stands between the quotes of a literal, and how they were written.
struct Quoted {
  std::size_t begin = 0, end = 0;  ///< of the content, in the literal's text
  bool raw = false;                ///< no escapes
  bool doubled = false;            ///< a doubled quote is one
  char quote = 0;
  bool prefix_hole = false;        ///< a prefix or the style says that holes may be in plain text
};
Quoted unquote(std::string_view literal, const StringStyle& style);

/// Escapes of any language, decoded as far as they are known; "\q" of an unknown kind is q.
std::string decode(std::string_view text, char escape, const Quoted& how);

}  // namespace ropc::scanner::syntax
