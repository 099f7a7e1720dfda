#pragma once

#include "cli/options.h"
#include "common/result.h"
#include "inventory/inventory.h"
#include "rules/rule_set.h"

namespace ropc::cli {

/// The trees of `options.code` into the inventory, as one input. Inputs and outputs of the same command line that lie
/// in a tree (logs, exports, report folder, inventory) are no code and are left out.
Result<void> scan_trees(const Options& options, const rules::RuleSet& rules, inventory::Inventory& inventory);

}  // namespace ropc::cli
