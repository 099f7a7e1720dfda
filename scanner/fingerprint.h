#pragma once

#include <vector>

#include "model/finding.h"

namespace ropc::scanner {

/// Gives each finding of one file (in order of place) its fingerprint: rule, path, the excerpt without blanks, and the
/// how-manieth such finding it is. Lines may be put in and taken out above it, indentation may change: it stays.
void set_fingerprints(std::vector<Finding>& findings);

}  // namespace ropc::scanner
