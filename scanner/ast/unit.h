#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "scanner/document.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {

/// How much of a unit libclang could see.
enum class Quality : std::uint8_t {
  full,      ///< no error: all headers were there
  partial,   ///< headers or declarations are missing, the tree has holes
  text_only  ///< no tree: the other eyes must do
};
std::string_view name_of(Quality quality);

struct UnitResult {
  Quality quality = Quality::text_only;
  std::vector<Finding> findings;       ///< in the main file only
  std::string trouble;                 ///< first error of the parse; empty: none
  std::vector<std::string> included;   ///< absolute paths of the headers that were read
};

/// Parses one document as the main file of a translation unit and finds what the rules ask. `root` is the absolute path
/// of the tree (the document's path is relative to it); `arguments` come from compile_flags.h. Runs in this process and
/// may crash on hostile input: call it in a worker (worker.h).
UnitResult inspect_unit(const Document& document, const std::string& root, const std::vector<std::string>& arguments,
                        const RuleMatcher& rules);

}  // namespace ropc::scanner::ast
