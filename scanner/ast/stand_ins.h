#pragma once

#include <string>

#include "scanner/ast/handles.h"

namespace ropc::scanner::ast {

/// Declarations of what a unit's missing headers would have told, as far as the errors of its parse show: types by their
/// names, and for Objective-C the few classes of Foundation that every program has. A text to include in front of the
/// unit; empty: nothing is missing that a declaration could stand for.
///
/// Without them libclang loses more than the line that names such a type: the variables declared with it, and every
/// statement that uses one. For C and Objective-C; of C++ Clang keeps what it does not understand, and parsing twice costs
/// much more there.
std::string stand_ins_for(CXTranslationUnit unit);

}  // namespace ropc::scanner::ast
