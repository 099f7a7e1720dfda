#include "cli/audit.h"

#include "advice/advise.h"
#include "advice/knowledge.h"
#include "cli/console.h"
#include "cli/ingest.h"
#include "cli/outcome.h"
#include "cli/scan_trees.h"
#include "cli/version.h"

namespace ropc::cli {

Result<Report> audit(const Options& options, const rules::RuleSet& rules, inventory::Inventory& inventory) {
  if (auto ok = scan_trees(options, rules, inventory); !ok) return tl::unexpected(ok.error());
  std::vector<std::string> inputs = options.idp;
  inputs.insert(inputs.end(), options.logs.begin(), options.logs.end());
  if (auto read = ingest(inputs, options, inventory); !read) return tl::unexpected(read.error());
  return report_of(options, rules, inventory);
}

Result<Report> report_of(const Options& options, const rules::RuleSet& rules, const inventory::Inventory& inventory) {
  auto report = inventory.report();
  if (!report) return report;
  report->tool_version = kVersion;
  if (auto ok = apply_baseline(options.baseline, *report); !ok) return tl::unexpected(ok.error());
  auto knowledge = advice::load_knowledge();
  if (!knowledge) return tl::unexpected(knowledge.error());
  advice::advise(report->clients, *knowledge, report->coverage);
  add_rule_words(rules, *report);
  return report;
}

}  // namespace ropc::cli
