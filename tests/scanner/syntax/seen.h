#pragma once

#include <string>

#include "scanner/syntax/sight.h"

namespace ropc::test {

/// What the syntax eye sees in a source text, for a rule of the pair grant_type = password and the call login.
struct Seen {
  Seen(const char* language, std::string source);
  std::string text;
  scanner::syntax::Tree tree;
  scanner::syntax::Definitions definitions;
  scanner::syntax::Values values;
  scanner::RuleMatcher rules;
  scanner::syntax::Sight sight;
};

/// The pairs of grant_type that are seen, "shape=value;" each; behind the shape stands ? for one that is compared, ! for
/// one that is declared, : for one that is defined.
std::string seen_pairs(const char* language, const std::string& text);

}  // namespace ropc::test
