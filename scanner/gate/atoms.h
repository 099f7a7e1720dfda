#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace ropc::scanner {

/// For one rule: a file that holds none of these literals (any letter case) cannot give a finding of the rule. Taken
/// from the matchers; of several sets that would do, the one that fewest files hold. For a pair these are the spellings
/// of the key: values travel, and where a rule finds a key it goes for the value. Empty: the rule can match any file.
std::vector<std::string> atoms_of(const rules::Rule& rule);

/// Atoms of all rules, lower case, sorted, each once; what `rules list --atoms` prints.
std::vector<std::string> atoms_of(const rules::RuleSet& rules);

/// Spellings of a name that fold to the same: words joined by nothing, '_', '-', '.', ' '; lower case.
/// "grant_type" and "grantType" → grant type, grant-type, grant.type, grant_type, granttype.
std::vector<std::string> spellings_of(std::string_view name);

}  // namespace ropc::scanner
