#include "cli/commands/commands.h"

#include <array>
#include <string_view>

#include "cli/exit_code.h"

namespace ropc::cli {
namespace {

struct Command {
  std::string_view name;
  int (*run)(const Options& options);
};

constexpr std::array<Command, 14> kCommands = {{
    {"audit", run_audit},
    {"clients", run_clients},
    {"explain", run_explain},
    {"formats-list", run_formats_list},
    {"formats-test", run_formats_test},
    {"ingest", run_ingest},
    {"merge", run_merge},
    {"query", run_query},
    {"report", run_report},
    {"rules-list", run_rules_list},
    {"rules-show", run_rules_show},
    {"rules-test", run_rules_test},
    {"scan", run_scan},
    {"verify", run_verify},
}};

}  // namespace

int run(const Options& options) {
  for (const Command& command : kCommands)
    if (command.name == options.command) return command.run(options);
  return kUsage;
}

}  // namespace ropc::cli
