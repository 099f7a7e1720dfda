#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/document.h"
#include "scanner/facts.h"
#include "scanner/text/lexer.h"

namespace ropc::scanner {

/// A document read as tokens, with the constants that it defines. Made once per look; keeps views into the document.
class Reader {
 public:
  explicit Reader(const Document& document);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const TextSyntax& syntax() const { return *syntax_; }
  [[nodiscard]] std::string_view text() const { return document_->text; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  /// The token's text; empty past either end.
  [[nodiscard]] std::string_view at(std::size_t index) const;
  [[nodiscard]] bool is_string(std::size_t index) const;
  [[nodiscard]] bool is_word(std::size_t index) const;
  [[nodiscard]] bool is_comment(std::size_t index) const;
  /// A string token's content with escapes undone.
  [[nodiscard]] std::string content(std::size_t index) const;

  /// Index of the next or previous token that is no comment; tokens().size() or npos at the ends.
  [[nodiscard]] std::size_t next(std::size_t index) const;
  [[nodiscard]] std::size_t previous(std::size_t index) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  /// Index of the bracket that closes the one at `index`, or of the last token looked at when it is too far away.
  [[nodiscard]] std::size_t closing(std::size_t index) const;

  /// The token that holds the byte at `offset`; npos: a blank.
  [[nodiscard]] std::size_t token_at(std::size_t offset) const;

  /// The dotted name that begins with the word at `index` ("OidcConstants.GrantTypes.Password"; '::' and '->' become
  /// '.'), and the index behind it.
  [[nodiscard]] std::string dotted_from(std::size_t index, std::size_t& behind) const;
  /// The dotted name that ends before the token at `index` (a receiver); empty: none.
  [[nodiscard]] std::string dotted_before(std::size_t index) const;

  /// Fills in the text of a value that is a constant defined once in this document; with the place as its path.
  void resolve(Value& value) const;

  /// Values that the expression from `index` on can have, up to a comma, semicolon, closing bracket or line end at its
  /// own depth: its strings and names in order. `behind` is the index after it.
  [[nodiscard]] std::vector<Value> expression(std::size_t index, std::size_t& behind) const;

 private:
  void collect_constants();
  void define(std::string_view name, std::size_t string_token);

  const Document* document_;
  const TextSyntax* syntax_;
  std::vector<Token> tokens_;
  struct Constant {
    std::string text;
    std::size_t token = 0;
    bool ambiguous = false;
  };
  std::map<std::string, Constant, std::less<>> constants_;
};

/// Where an expression says that a value comes from ("os.environ[…]", "getpass()", a literal).
CredentialSource source_of(std::string_view expression);

}  // namespace ropc::scanner
