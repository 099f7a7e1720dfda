#pragma once

#include "cli/options.h"

namespace ropc::cli {

/// Runs the command that was typed; the exit code.
int run(const Options& options);

// One file each, in cli/commands/. Every one prints its own errors to standard error and answers the exit code.
int run_audit(const Options& options);
int run_scan(const Options& options);
int run_ingest(const Options& options);
int run_merge(const Options& options);
int run_clients(const Options& options);
int run_explain(const Options& options);
int run_report(const Options& options);
int run_rules_list(const Options& options);
int run_rules_show(const Options& options);
int run_rules_test(const Options& options);
int run_formats_list(const Options& options);
int run_formats_test(const Options& options);
int run_query(const Options& options);
int run_verify(const Options& options);

}  // namespace ropc::cli
