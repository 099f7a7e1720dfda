#pragma once

#include <memory>
#include <vector>

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

/// The eyes in the order in which they are asked; `rules` must outlive them.
std::vector<std::unique_ptr<Detector>> detectors(const RuleMatcher& rules);

}  // namespace ropc::scanner
