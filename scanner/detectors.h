#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

/// The Clang eye looks in processes of its own, which this program starts from itself.
struct ClangWorkers {
  std::string program;                 ///< the ropc-audit executable; empty: the Clang eye stays shut
  std::vector<std::string> arguments;  ///< that give a worker the rules of this run
};

/// The eyes that look in this process, in the order in which they are asked; `rules` must outlive them.
std::vector<std::unique_ptr<Detector>> detectors(const RuleMatcher& rules);

/// The Clang eye for the tree at `root` (a path on disk), asked before the others; nullptr where it is shut: not built,
/// no program for its workers, or `root` is no folder.
std::unique_ptr<Detector> clang_eye(const Repository& repository, const std::string& root, const ClangWorkers& clang);

}  // namespace ropc::scanner
