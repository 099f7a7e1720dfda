#include "cli/ingest.h"

#include "cli/audit.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/follow.h"
#include "cli/session.h"

namespace ropc::cli {
namespace {

std::string summary(const Ingested& sum, const Report& report) {
  std::string out = "Read " + std::to_string(sum.logs) + " logs and " + std::to_string(sum.exports) + " exports";
  if (sum.unchanged > 0) out += ", " + std::to_string(sum.unchanged) + " logs had been read and are the same";
  if (sum.unreadable > 0) out += ", not " + std::to_string(sum.unreadable) + " other inputs";
  return out + "; the inventory knows " + std::to_string(report.clients.size()) + " clients.";
}

/// What was read shows neither a client nor a log of one.
bool nothing_known(const Report& report) {
  if (!report.clients.empty()) return false;
  for (const LogCoverage& c : report.coverage)
    if (c.successes_visible) return false;
  return true;
}

Result<Ingested> followed(const Options& options, inventory::Inventory& inventory) {
  const auto ingester = Ingester::make(options, inventory);
  if (!ingester) return tl::unexpected(ingester.error());
  const std::vector<std::string> files = files_of(options.inputs, inventory.evidence());
  for (const std::string& path : files) (*ingester)->read(path);
  Follower follower(options.inputs, **ingester);
  EndSignals signals;
  say(options, "Following " + std::to_string(files.size()) + " files; Ctrl-C ends it.");
  do {
    follower.step();
  } while (!signals.came());
  follower.finish();
  if (auto ok = inventory.health(); !ok) return tl::unexpected(ok.error());
  return (*ingester)->sum();
}

/// A piece of a log without a sign-in in it is in order: others may hold some.
int run_emit(const Options& options) {
  const auto sum = emit_partials(options.inputs, options);
  if (!sum) return complain(sum.error());
  say(options, "Read " + std::to_string(sum->logs) + " logs with " + std::to_string(sum->events) + " sign-ins by the grant.");
  return sum->incomplete || sum->unreadable > 0 ? kIncomplete : kDone;
}

}  // namespace

int run_ingest(const Options& options) {
  if (!options.emit.empty()) return run_emit(options);
  const auto inventory = open_inventory(options, kDefaultDatabase);
  if (!inventory) return complain(inventory.error());
  const auto sum = options.follow ? followed(options, **inventory) : ingest(options.inputs, options, **inventory);
  if (!sum) return complain(sum.error());
  const auto report = (*inventory)->report();
  if (!report) return complain(report.error());
  if (!options.quiet) show(report->diagnostics, options.verbose);
  say(options, summary(*sum, *report));
  if (report->incomplete || sum->incomplete || sum->unreadable > 0) return kIncomplete;
  return nothing_known(*report) ? kNothing : kDone;
}

}  // namespace ropc::cli
