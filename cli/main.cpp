#include <cstdio>
#include <exception>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"

int main(int argc, char** argv) {
  try {
    const ropc::cli::Parsed parsed = ropc::cli::parse_command_line(argc, argv);
    return parsed.options ? ropc::cli::run(*parsed.options) : parsed.exit_code;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "ropc-audit: internal error: %s\n", e.what());
    return ropc::cli::kInternal;
  }
}
