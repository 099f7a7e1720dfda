#pragma once

#include <deque>
#include <set>
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

/// What the walk through a unit found.
struct UnitFacts {
  std::deque<Frame> frames;     ///< the last one is the file's own: what stands outside functions, whose context counts for all
  std::set<std::string> names;  ///< constants that hold a part of a site, functions whose caller completes one
};

/// Walks the declarations of the main file of a unit in source order and collects the facts that any rule may ask.
UnitFacts facts_of(CXTranslationUnit unit, const RuleMatcher& rules);

}  // namespace ropc::scanner::ast
