#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "common/embedded.h"
#include "common/result.h"
#include "rules/rule.h"

namespace ropc::rules {

/// Reads one rule file (docs/rules-format.md). Every fault is reported, each with "path:line" and, for a misspelt
/// key, the nearest known one. The file name without ".yaml" must be the rule's id.
tl::expected<Rule, std::vector<Error>> load_rule(std::string_view yaml, const std::string& path);

/// The same for a file of the program.
tl::expected<Rule, std::vector<Error>> load_rule(const EmbeddedFile& file, const std::string& path);

}  // namespace ropc::rules
