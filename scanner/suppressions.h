#pragma once

#include <vector>

#include "model/diagnostic.h"
#include "model/finding.h"
#include "rules/rule_set.h"
#include "scanner/document.h"

namespace ropc::scanner {

/// Honours comments `ropc-audit:ignore[rule-id] reason` (several ids between commas) on the line of a finding or above
/// it (comment lines of this kind may stand on top of each other): the finding's `suppressed` becomes the reason. A
/// comment without a reason, or of an id that no rule has, is not honoured and told as a diagnostic. `findings` are
/// those of `document`.
std::vector<Diagnostic> apply_suppressions(const Document& document, const rules::RuleSet& rules,
                                           std::vector<Finding>& findings);

}  // namespace ropc::scanner
