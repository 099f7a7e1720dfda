#pragma once

#include <string>
#include <vector>

#include "model/finding.h"
#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {

/// Stands in a text for each part that is not known.
inline constexpr char kUnknown = '\x1a';

/// Where a stretch of a value's text stands in the document.
struct Mark {
  std::size_t text = 0;    ///< it begins here in the value's text
  std::size_t source = 0;  ///< and here in the document
};

/// A part that is not known: what is known of it all the same.
struct Gap {
  std::size_t text = 0;      ///< of its kUnknown
  NodeId at = kNone;         ///< the expression
  NodeId parameter = kNone;  ///< the parameter that it is
  std::string name;          ///< its dotted name
  CredentialSource source = CredentialSource::unknown;
};

/// What an expression may come to, while it is worked out.
struct Meaning {
  bool known = false;
  std::string text;
  std::string name;           ///< dotted name of the expression where it is one
  CredentialSource source = CredentialSource::unknown;
  NodeId at = kNone;          ///< the expression
  NodeId parameter = kNone;   ///< it is what this parameter is given (or its default, when known)
  std::vector<NodeId> through;        ///< definitions in this file that led to it, nearest first
  std::vector<RelatedPlace> foreign;  ///< definitions in other files
  std::vector<Mark> marks;
  std::vector<Gap> gaps;
};

/// How many meanings of one expression are kept.
inline constexpr std::size_t kMaxMeanings = 4;

/// A text that stands at `source` in the document, in the expression `at`.
Meaning text_meaning(std::string text, std::size_t source, NodeId at);

/// `a` followed by `b`. A text that grows too long is no longer known.
Meaning joined(Meaning a, const Meaning& b);

/// Every one of `left` followed by every one of `right`, as many as are kept.
std::vector<Meaning> joined_all(const std::vector<Meaning>& left, const std::vector<Meaning>& right);

/// Adds `more` to `list` as far as there is room and it says something new.
void merge(std::vector<Meaning>& list, std::vector<Meaning> more);

}  // namespace ropc::scanner::syntax
