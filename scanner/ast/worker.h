#pragma once

#include "rules/rule_set.h"
#include "scanner/ast/worker_pool.h"

namespace ropc::scanner::ast {

/// The worker's side: limits this process, then answers requests on standard input (a socket) until it ends. From the
/// first request on the process reads files of that request's tree and of the toolchain only, where the kernel can say so
/// (sandbox.h). The exit code of the process.
int run_worker(const rules::RuleSet& rules, const WorkerLimits& limits);

}  // namespace ropc::scanner::ast
