#pragma once

#include "cli/options.h"
#include "common/result.h"
#include "inventory/inventory.h"
#include "model/report.h"
#include "rules/rule_set.h"

namespace ropc::cli {

/// The whole tool, in order: scan, ingest, join, advise. What cannot be read is in the report's diagnostics; fails
/// only on wrong options and database errors.
Result<Report> audit(const Options& options, const rules::RuleSet& rules, inventory::Inventory& inventory);

/// What the inventory holds, joined, advised and in words.
Result<Report> report_of(const Options& options, const rules::RuleSet& rules, const inventory::Inventory& inventory);

}  // namespace ropc::cli
