#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace ropc::reporters {

/// How the advice was reached, one line each: the inputs with how sure they are, below each the signs for it with their
/// places, then the walk through the rules, the deciding one last. Foreign text stands as it is; empty without advice.
std::vector<std::string> decision_chain(const Recommendation& recommendation);

}  // namespace ropc::reporters
