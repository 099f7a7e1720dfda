#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/report.h"

namespace ropc::test {

/// Everything in which a report differs from what a form of expected.jsonl says, a sentence each; see README.md.
std::vector<std::string> differences(const nlohmann::json& form, const Report& report);

}  // namespace ropc::test
