#pragma once

#include <vector>

#include "model/finding.h"
#include "rules/rule_set.h"

namespace ropc::scanner {

/// One finding a site: of findings of one file that overlap, the most specific and most certain one stays (a real one
/// before a mention, a library call or setting before a pair, a pair before a text) and takes over what it lacks of the
/// others' context. Sorted by place afterwards.
void collapse(std::vector<Finding>& findings, const rules::RuleSet& rules);

}  // namespace ropc::scanner
