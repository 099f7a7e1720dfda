#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/result.h"
#include "scanner/ast/unit_result.h"
#include "scanner/document.h"

namespace ropc::scanner::ast {

/// One unit to look at, as it goes to a worker.
struct UnitRequest {
  const Document* document = nullptr;  ///< not owned; lives as long as the call
  std::string root;                    ///< absolute; the same for all requests of a pool
  std::vector<std::string> arguments;
};

struct WorkerLimits {
  std::chrono::seconds cpu{8};                     ///< processor time of one unit: says the same on a busy machine
  std::chrono::milliseconds wait{120'000};         ///< wall clock of one unit: for what waits without working, as a FIFO
  std::uint64_t memory = std::uint64_t{2} << 30U;  ///< address space of a worker, bytes
};

/// Processes that parse one unit at a time and are used again. A crash, a hang or a memory bomb costs its unit and its
/// process; the next unit gets a new one. Callable from many threads; each call has a worker of its own.
class WorkerPool {
 public:
  /// `program` is the executable of the workers (worker_main.cpp), `rule_folders` those of this run beside the built-in
  /// rules; absolute paths.
  WorkerPool(std::string program, std::vector<std::string> rule_folders, WorkerLimits limits);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Fails with one sentence when the worker died, took too long or could not be started.
  Result<UnitResult> run(const UnitRequest& request);

 private:
  class Worker;
  std::unique_ptr<Worker> idle();         ///< nullptr: all are at work
  std::unique_ptr<Worker> start() const;  ///< nullptr: could not be started

  std::string program_;
  std::vector<std::string> rule_folders_;
  WorkerLimits limits_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace ropc::scanner::ast
