#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/result.h"
#include "scanner/ast/unit.h"

namespace ropc::scanner::ast {

/// One unit to look at, as it goes to a worker.
struct UnitRequest {
  const Document* document = nullptr;  ///< not owned; lives as long as the call
  std::string root;                    ///< absolute
  std::vector<std::string> arguments;
};

struct WorkerLimits {
  std::chrono::seconds cpu{20};                    ///< processor time of one unit: says the same on a busy machine
  std::chrono::milliseconds wait{120'000};         ///< wall clock of one unit: for what waits without working, as a FIFO
  std::uint64_t memory = std::uint64_t{2} << 30U;  ///< address space of a worker, bytes
};

/// Processes that parse one unit at a time and are used again. A crash, a hang or a memory bomb costs its unit and its
/// process; the next unit gets a new one. Callable from many threads; each call has a worker of its own.
class WorkerPool {
 public:
  /// `program` is the ropc-audit executable; `arguments` follow the hidden command that makes it a worker.
  WorkerPool(std::string program, std::vector<std::string> arguments, WorkerLimits limits);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Fails with one sentence when the worker died, took too long or could not be started.
  Result<UnitResult> run(const UnitRequest& request);

 private:
  class Worker;
  std::unique_ptr<Worker> idle_or_new();

  std::string program_;
  std::vector<std::string> arguments_;
  WorkerLimits limits_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

/// The name of the hidden command.
inline constexpr const char* kWorkerCommand = "ast-worker";

/// The worker's side: limits itself, then answers requests on standard input until it ends. The exit code.
int run_worker(const rules::RuleSet& rules, const WorkerLimits& limits);

}  // namespace ropc::scanner::ast
