#include "scanner/ast/worker.h"

#include <sys/resource.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/ast/compile_flags.h"
#include "scanner/ast/protocol.h"
#include "scanner/ast/sandbox.h"
#include "scanner/ast/unit.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {
namespace {

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// From here on the process may use `time` more of the processor; then the kernel ends it (SIGXCPU).
void limit_cpu_from_now(std::chrono::seconds time) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  const rlimit soft{spent + 1 + static_cast<rlim_t>(time.count()), RLIM_INFINITY};
  ::setrlimit(RLIMIT_CPU, &soft);
}

/// What units may read. One worker works for one tree.
void limit_files(const std::string& root) {
  std::vector<std::string> folders = {root};
  for (const std::string_view folder : toolchain_folders()) folders.emplace_back(folder);
  (void)read_only_below(folders);  // an older kernel cannot; parse_unit() looks after it as well
}

}  // namespace

int run_worker(const rules::RuleSet& rules, const WorkerLimits& limits) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they reserve terabytes of address space
  limit(RLIMIT_AS, limits.memory);
#endif
  limit(RLIMIT_NOFILE, 512);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  const RuleMatcher matcher(rules);
  std::string text;
  bool limited = false;
  while (receive_frame(STDIN_FILENO, text, -1)) {
    ReceivedRequest request;
    if (!decode(text, request)) return 1;
    if (!std::exchange(limited, true)) limit_files(request.root);
    limit_cpu_from_now(limits.cpu);
    const UnitResult result = inspect_unit(request.document, request.root, request.arguments, matcher);
    if (!send_frame(STDIN_FILENO, encoded(result), -1)) return 1;
  }
  return 0;
}

}  // namespace ropc::scanner::ast
