#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#ifdef ROPC_WITH_CLANG
#include "scanner/ast/worker.h"
#endif

namespace ropc::cli {

/// The process that the Clang eye parses a unit in (scanner/ast/worker.h): no command for people.
int run_ast_worker([[maybe_unused]] const Options& options) {
#ifdef ROPC_WITH_CLANG
  const auto rules = rules_or_complain(options);
  scanner::ast::WorkerLimits limits;
  limits.cpu = std::chrono::seconds(options.worker_cpu);
  limits.memory = options.worker_memory;
  return rules ? scanner::ast::run_worker(*rules, limits) : kUsage;
#else
  return kUsage;
#endif
}

}  // namespace ropc::cli
