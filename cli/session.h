#pragma once

#include <memory>
#include <string>

#include "cli/options.h"
#include "common/result.h"
#include "inventory/inventory.h"
#include "rules/rule_set.h"

namespace ropc::cli {

inline constexpr const char* kDefaultDatabase = "ropc-audit.db";

/// Opens the inventory of the command: --db, else `otherwise` (":memory:" keeps nothing).
Result<std::unique_ptr<inventory::Inventory>> open_inventory(const Options& options, const std::string& otherwise);

/// The same for commands that only ask: a file that is not there is an error, not a new empty inventory.
Result<std::unique_ptr<inventory::Inventory>> open_existing_inventory(const Options& options);

/// Loads the rules; prints every fault and answers nothing when there is one.
std::unique_ptr<rules::RuleSet> rules_or_complain(const Options& options);

}  // namespace ropc::cli
