#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace ropc::scanner {

/// Runs the examples of `chosen` rules (of `rules`) through gate and eyes, each with its own rule alone, and tells what
/// is not as the rule says, one sentence with file and line each: a `match` that is not found (or on another line, with
/// another kind or client id), a `no_match` that is, a `known_gap` that is found by now.
std::vector<std::string> self_test(const rules::RuleSet& rules, const std::vector<const rules::Rule*>& chosen);

/// Retired rules left out.
std::vector<std::string> self_test(const rules::RuleSet& rules);

}  // namespace ropc::scanner
