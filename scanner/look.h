#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/detector.h"
#include "scanner/gate/gate.h"
#include "scanner/match.h"
#include "scanner/repository.h"

namespace ropc::scanner {

/// An eye that asks, and what.
struct EyeAsking {
  std::string_view eye;
  std::shared_ptr<const OpenQuestions> questions;
};

/// What the eyes saw of one document, its pieces in other languages included.
struct Look {
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;
  std::vector<EyeAsking> asks;  ///< eyes that would see more if they knew the tree
  std::vector<std::string_view> eyes;  ///< that inspected the document itself; empty: none could
  std::optional<UnitCoverage> unit;    ///< of a file of the C family: how well it was seen
};

/// What looking takes; shared by all threads but for the scratch.
struct Looker {
  const std::vector<std::unique_ptr<Detector>>& eyes;
  const Gate& gate;
  const Repository& repository;
  const RuleMatcher& rules;
  std::string_view clang_shut;  ///< why no Clang eye is among them; empty: one is
};

/// Shows the document to the first eye that can see it, and its pieces likewise. What this eye made no sense of
/// is the next eye's.
Look look_at(const Document& document, const Looker& looker, Gate::Scratch& scratch);

}  // namespace ropc::scanner
