#include <fstream>
#include <iostream>

#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "inventory/usage_partial.h"

namespace ropc::cli {

int run_merge(const Options& options) {
  const auto inventory = open_inventory(options, kDefaultDatabase);
  if (!inventory) return complain(inventory.error());
  inventory::PartialSummary sum;
  bool complete = true;
  for (const std::string& path : options.inputs) {
    std::ifstream file;
    if (path != "-") file.open(path, std::ios::binary);
    if (path != "-" && !file) {
      complain(Error{ErrorCode::io, "cannot be opened", path});
      complete = false;
      continue;
    }
    const auto one = inventory::read_partial(path == "-" ? std::cin : file, path, (*inventory)->usage());
    if (!one) complain(one.error());
    complete &= one.has_value();
    sum.inputs += one ? one->inputs : 0;
    sum.events += one ? one->events : 0;
    if (auto ok = (*inventory)->health(); !ok) return complain(ok.error());
  }
  const auto report = (*inventory)->report();
  if (!report) return complain(report.error());
  say(options, "Added up " + std::to_string(sum.inputs) + " pieces with " + std::to_string(sum.events) +
                   " sign-ins; the inventory knows " + std::to_string(report->clients.size()) + " clients.");
  return complete && !report->incomplete ? kDone : kIncomplete;
}

}  // namespace ropc::cli
