#include "cli/scan_trees.h"

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/outcome.h"
#include "cli/session.h"
#include "cli/version.h"

namespace ropc::cli {

int run_scan(const Options& options) {
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  const auto inventory = open_inventory(options, ":memory:");
  if (!inventory) return complain(inventory.error());
  if (auto ok = scan_trees(options, *rules, **inventory); !ok) return complain(ok.error());
  auto report = (*inventory)->report();
  if (!report) return complain(report.error());
  report->tool_version = kVersion;
  if (auto ok = apply_baseline(options.baseline, *report); !ok) return complain(ok.error());
  add_rule_words(*rules, *report);
  if (auto ok = write_outputs(options, "text", *report); !ok) return complain(ok.error());
  if (!options.quiet) show(report->diagnostics, options.verbose);
  if (!report->incomplete && report->scan && report->scan->files == 0) {
    complain(Error{ErrorCode::usage, "there are no files to scan in what was given", {}});
    return kNothing;
  }
  return exit_code_of(options, *report);
}

}  // namespace ropc::cli
