#pragma once

#include <deque>
#include <string>
#include <vector>

#include "scanner/ast/handles.h"
#include "scanner/facts.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {

/// What one function, method, or the rest of a file says, with the facts that the join needs.
struct Frame {
  std::vector<PairFact> pairs;
  std::vector<CallFact> calls;
  Context context;
};

/// Walks the declarations of the main file of a unit in source order and collects the facts that any rule may ask.
/// The last frame is the file's own: what stands outside functions, whose context counts for all.
std::deque<Frame> facts_of(CXTranslationUnit unit, const RuleMatcher& rules);

}  // namespace ropc::scanner::ast
