#pragma once

#include <vector>

#include "scanner/facts.h"
#include "scanner/syntax/tree.h"

namespace ropc::scanner::syntax {

/// The parts of the text that the parser could not make sense of, widened to whole lines (to kWidening bytes on each side
/// where a line is longer), sorted, apart from each other. What it recovered inside of an error as a whole (a call, a
/// pair, a function) is no such part.
std::vector<Region> broken_parts(const Tree& tree);

inline constexpr std::size_t kWidening = 200;

}  // namespace ropc::scanner::syntax
