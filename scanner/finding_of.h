#pragma once

#include <string_view>
#include <vector>

#include "model/finding.h"
#include "rules/rule.h"
#include "scanner/document.h"
#include "scanner/facts.h"

namespace ropc::scanner {

/// A rule that a fact fits.
struct Hit {
  const rules::Rule* rule;
  const Document* document;
  std::string_view eye;
  Region where;
  Role role;
  std::string_view construct;  ///< the eye's word, used where the rule has none
  Context context;
  std::vector<const Value*> values;  ///< whose paths explain the finding
  const std::vector<RelatedPlace>* onward = nullptr;  ///< where the value goes from there
};

/// The finding in the words of the model. What is only mentioned, and test, vendored and sample code, becomes quieter.
Finding finding_of(const Hit& hit);

/// One level down; a note stays a note.
Level quieter(Level level);

/// Location of a region of a document.
Location location_of(const Document& document, Region where);

}  // namespace ropc::scanner
