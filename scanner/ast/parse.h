#pragma once

#include <string>
#include <vector>

#include "scanner/ast/handles.h"
#include "scanner/ast/unit_result.h"

namespace ropc::scanner::ast {

/// A unit in memory.
struct ParsedUnit {
  Index index;
  Unit unit;  ///< nullptr: libclang gave none
  Quality quality = Quality::text_only;
};

/// Parses `text` as the main file `path` (absolute) of a tree, whose absolute path `root` is.
///
/// A unit of C or Objective-C whose headers are missing is parsed once more, with stand-ins for the types that it lacks
/// (stand_ins.h); it stays partial. Files that an `#include` reads from elsewhere (compile_flags.h, may_include) are empty
/// in the unit that comes out, so that nothing of them can reach a finding. Runs in this process and may crash on hostile
/// input.
ParsedUnit parse_unit(const std::string& root, const std::string& path, const std::string& text,
                      const std::vector<std::string>& arguments);

}  // namespace ropc::scanner::ast
