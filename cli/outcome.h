#pragma once

#include "cli/options.h"
#include "common/result.h"
#include "model/report.h"
#include "rules/rule_set.h"

namespace ropc::cli {

/// Moves the findings that the baseline names to Report::baseline, where they do not count. Fails when the file cannot be read.
Result<void> apply_baseline(const std::string& file, Report& report);

/// Puts the words of every rule that a finding names into the report.
void add_rule_words(const rules::RuleSet& rules, Report& report);

/// Writes the report in every format that was asked for (`otherwise` when none was).
Result<void> write_outputs(const Options& options, const std::string& otherwise, const Report& report);

/// What the report means for the caller: incomplete before findings before done.
int exit_code_of(const Options& options, const Report& report);

}  // namespace ropc::cli
