#pragma once

#include <string>
#include <vector>

#include "scanner/ast/unit_result.h"
#include "scanner/document.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {

/// Parses one document as the main file of a translation unit and finds what the rules ask. `root` is the absolute path
/// of the tree (the document's path is relative to it); `arguments` come from compile_flags.h. Runs in this process and
/// may crash on hostile input: call it in a worker (worker.h).
UnitResult inspect_unit(const Document& document, const std::string& root, const std::vector<std::string>& arguments,
                        const RuleMatcher& rules);

}  // namespace ropc::scanner::ast
