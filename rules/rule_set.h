#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "common/embedded.h"
#include "common/result.h"
#include "rules/rule.h"

namespace ropc::rules {

/// All rules of a run, sorted by id. Retired rules are in `rules` (their ids stay taken) but never match.
struct RuleSet {
  std::vector<Rule> rules;

  /// The rule of that id; nullptr: none.
  [[nodiscard]] const Rule* find(std::string_view id) const;
};

/// Whether a rule for `languages` (Rule::languages) is for documents of `language` (empty: not known). What is for
/// JavaScript is for TypeScript as well.
bool is_for(const std::vector<std::string>& languages, std::string_view language);

/// Loads the rules baked into the program and then every *.yaml below the `folders` (sorted, recursively), which add
/// rules or replace those of the same id. Fails with all faults of all files.
tl::expected<RuleSet, std::vector<Error>> load_rules(const std::vector<std::string>& folders);

/// The same from given files; what load_rules() and tests call.
tl::expected<RuleSet, std::vector<Error>> load_rule_files(std::span<const EmbeddedFile> files);

}  // namespace ropc::rules
