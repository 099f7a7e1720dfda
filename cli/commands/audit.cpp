#include "cli/audit.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/outcome.h"
#include "cli/session.h"
#include "reporters/report_set.h"

namespace ropc::cli {
namespace {

/// `-o DIR` without --format asks for the whole set of reports in a folder.
Result<void> write_results(const Options& options, const Report& report) {
  if (!options.formats.empty() || options.files.empty()) return write_outputs(options, "text", report);
  Options table = options;
  table.files.clear();
  if (auto ok = write_outputs(table, "text", report); !ok) return ok;
  const auto written = reporters::write_report_set(report, options.files.front(), style_for(options, options.files.front()));
  if (!written) return tl::unexpected(written.error());
  for (const std::string& file : *written) say(options, "wrote " + file);
  return {};
}

bool nothing_read(const Report& report) {
  return report.clients.empty() && report.unattributed.empty() && report.coverage.empty() &&
         (!report.scan || report.scan->files == 0);
}

}  // namespace

int run_audit(const Options& options) {
  if (!options.inputs.empty())
    return complain(Error{ErrorCode::usage, "'" + options.inputs.front() + "' needs --code, --logs or --idp before it", {}});
  if (options.code.empty() && options.logs.empty() && options.idp.empty())
    return complain(Error{ErrorCode::usage, "give at least one of --code, --logs and --idp", {}});
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  const auto inventory = open_inventory(options, ":memory:");
  if (!inventory) return complain(inventory.error());
  const auto report = audit(options, *rules, **inventory);
  if (!report) return complain(report.error());
  if (auto ok = write_results(options, *report); !ok) return complain(ok.error());
  if (!options.quiet) show(report->diagnostics, options.verbose);
  if (nothing_read(*report) && !report->incomplete) {
    complain(Error{ErrorCode::usage, "there was nothing to audit in what was given", {}});
    return kNothing;
  }
  return exit_code_of(options, *report);
}

}  // namespace ropc::cli
