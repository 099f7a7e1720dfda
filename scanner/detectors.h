#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

/// The Clang eye looks in processes of its own.
struct ClangWorkers {
  std::string program;                    ///< absolute path of ropc-audit-clang; empty: the Clang eye stays shut
  std::string why_shut = "the Clang eye is off";  ///< told of each file that it would have looked at
  std::vector<std::string> rule_folders;  ///< of this run beside the built-in rules, absolute
};

/// The eyes that look in this process, in the order in which they are asked; `rules` must outlive them.
std::vector<std::unique_ptr<Detector>> detectors(const RuleMatcher& rules);

/// The Clang eye for the tree at `root` (a path on disk), asked before the others; nullptr where it is shut: no program
/// for its workers, or `root` is no folder. `rules` must outlive it.
std::unique_ptr<Detector> clang_eye(const RuleMatcher& rules, const Repository& repository, const std::string& root, const ClangWorkers& clang);

}  // namespace ropc::scanner
