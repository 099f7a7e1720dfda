#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/result.h"
#include "model/coverage.h"
#include "model/evidence_sink.h"
#include "rules/rule_set.h"
#include "scanner/detectors.h"

namespace ropc::scanner {

struct ScanOptions {
  std::vector<std::string> paths;          ///< trees or single files
  unsigned jobs = 0;                       ///< threads; 0: as many as the machine has cores
  std::vector<std::string> exclude;        ///< files and folders on disk that are left out and not counted as skipped
  std::uint64_t max_file_size = 4U << 20;  ///< longer files are skipped and counted
  ClangWorkers clang;                      ///< for the Clang eye
};

/// Looks at every file of the paths and puts findings and diagnostics into `sink`, sorted by path and place: the same
/// for any number of threads. Paths in findings are relative to their root; with several roots each begins with its
/// root's name. Fails when a path does not exist or cannot be listed; files that cannot be read are skipped, counted
/// and told as diagnostics of level incomplete.
Result<ScanCoverage> scan(const ScanOptions& options, const rules::RuleSet& rules, EvidenceSink& sink);

}  // namespace ropc::scanner
