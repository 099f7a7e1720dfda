#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace ropc::scanner {

/// Literals (any letter case) one of which a file must hold.
using AtomSet = std::vector<std::string>;

/// What a file must hold for one matcher of a rule to find something: an atom of each set. The first set is the one that
/// fewest files fulfil. Taken from the matcher; for a pair these are the spellings of the key: values travel, and where
/// a rule finds a key it goes for the value. No sets: any file will do.
using Condition = std::vector<AtomSet>;

/// The conditions of a rule's matchers, of which one must hold. The rule's own `atoms` replace what its matchers give.
std::vector<Condition> conditions_of(const rules::Rule& rule);

/// The atoms of the first sets of all rules, lower case, sorted, each once: what the gate searches in every file, and
/// what `rules list --atoms` prints.
std::vector<std::string> atoms_of(const rules::RuleSet& rules);
std::vector<std::string> atoms_of(const rules::Rule& rule);

/// Spellings of a name that fold to the same: words joined by nothing, '_', '-', '.', ' '; lower case.
/// "grant_type" and "grantType" → grant type, grant-type, grant.type, grant_type, granttype.
std::vector<std::string> spellings_of(std::string_view name);

}  // namespace ropc::scanner
