#pragma once

#include <string>
#include <vector>

#include "model/finding.h"

namespace ropc {

/// What a report says about a rule; a copy of the words of its YAML file, so that reporters need no rules.
struct RuleInfo {
  std::string id;
  std::string title;       ///< short, no full stop
  Kind kind = Kind::request;
  Level level = Level::error;
  Confidence confidence = Confidence::firm;
  std::string message;     ///< what it means at the place found
  std::string explain;     ///< why it is bad; paragraphs of plain text
  std::string fix;         ///< what to do instead, with the library's own replacement where there is one
  std::vector<std::string> references;  ///< URLs
  std::vector<std::string> tags;        ///< e.g. "oauth", "external/cwe/cwe-522"
};

}  // namespace ropc
