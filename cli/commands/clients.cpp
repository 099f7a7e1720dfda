#include "cli/audit.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/outcome.h"
#include "cli/session.h"

namespace ropc::cli {
namespace {

/// `clients --format json` is the table of clients, not the whole report.
Options for_table(Options options) {
  for (std::string& format : options.formats)
    if (format == "json") format = "clients-json";
  return options;
}

int write(const Options& options, const std::string& otherwise) {
  const auto rules = rules_or_complain(options);
  if (!rules) return kUsage;
  const auto inventory = open_existing_inventory(options);
  if (!inventory) return complain(inventory.error());
  const auto report = report_of(options, *rules, **inventory);
  if (!report) return complain(report.error());
  if (auto ok = write_outputs(options, otherwise, *report); !ok) return complain(ok.error());
  if (report->clients.empty() && report->unattributed.empty()) {
    say(options, "The inventory knows no client: read logs, exports and code into it first.");
    return kNothing;
  }
  return options.command == "report" ? exit_code_of(options, *report) : kDone;
}

}  // namespace

int run_clients(const Options& options) { return write(for_table(options), "text"); }

int run_report(const Options& options) { return write(options, "markdown"); }

}  // namespace ropc::cli
