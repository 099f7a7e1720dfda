#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "scanner/detector.h"
#include "scanner/gate/gate.h"
#include "scanner/repository.h"

namespace ropc::scanner {

/// What the eyes saw of one document, its pieces in other languages included.
struct Look {
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;
  std::string_view asking;  ///< id of the eye that would see more if it knew the tree; empty: none
  std::shared_ptr<const OpenQuestions> questions;  ///< that it has
  std::vector<std::string_view> eyes;  ///< that inspected the document itself; empty: none could
};

/// What looking takes; shared by all threads but for the scratch.
struct Looker {
  const std::vector<std::unique_ptr<Detector>>& eyes;
  const Gate& gate;
  const Repository& repository;
};

/// Shows the document to the first eye that can see it, and its pieces likewise. What this eye made no sense of
/// is the next eye's.
Look look_at(const Document& document, const Looker& looker, Gate::Scratch& scratch);

}  // namespace ropc::scanner
