#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace ropc::advice {

/// The chain from evidence to advice in lines of plain text, for `explain` and reports: each input with its value, how
/// sure it is and the signs behind it; then the rules as they were walked through; then the flow. Texts of inputs are
/// printable; places are "path:line".
std::vector<std::string> chain_of(const Recommendation& recommendation);

}  // namespace ropc::advice
