#pragma once

#include <string_view>

namespace ropc::scanner {

/// What the text eye knows about a language: how comments and strings look, and whether the rest is code or data.
struct TextSyntax {
  bool slash_comments = false;     ///< "//" and "/* */"
  bool hash_comments = false;      ///< "#" after a blank or at the start of a line
  bool dash_comments = false;      ///< "--"
  bool semicolon_comments = false; ///< ";" at the start of a line or after a blank
  bool quote_comments = false;     ///< "'" (Visual Basic)
  bool percent_comments = false;   ///< "%"
  bool markup_comments = false;    ///< "<!-- -->"
  bool angle_hash_comments = false; ///< "<# #>"
  bool brace_comments = false;     ///< "{ }" and "(* *)" (Pascal)
  bool single_quotes = true;       ///< '…' is a string
  bool char_quotes = false;        ///< '…' is one character, a lonely ' is nothing
  bool back_quotes = false;        ///< `…` is a string
  bool triple_quotes = false;
  bool escapes = true;             ///< backslash inside strings
  bool multi_line = false;         ///< a "…" string may hold line ends
  bool code = true;                ///< identifiers are names; else bare words are values (shell, data, prose)
  bool side_by_side = false;       ///< a key's value stands beside it, without a mark between them (Lisp)
  bool prose = false;              ///< documentation: what is found is a mention
};

/// Syntax of a language id (model/languages.h); a careful mixture for unknown ones.
const TextSyntax& text_syntax(std::string_view language);

}  // namespace ropc::scanner
