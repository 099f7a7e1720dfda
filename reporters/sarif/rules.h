#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/report.h"
#include "reporters/json_text.h"
#include "reporters/order.h"
#include "reporters/sarif/profile.h"

namespace ropc::reporters::sarif {

/// The rules of a run and where each stands, for `ruleIndex`.
struct RuleTable {
  Json rules = Json::array();                ///< reportingDescriptor objects, sorted by id, each id once
  std::map<std::string, std::size_t> index;  ///< rule id → position in `rules`
};

/// A descriptor for every rule of `rows`. A rule that the report does not describe gets a descriptor made of its findings.
RuleTable rule_table(const Report& report, const std::vector<FindingRow>& rows, const Profile& profile);

/// "http-form-password-grant" → "HttpFormPasswordGrant"; at most 255 characters, never empty.
std::string pascal_case(const std::string& id);

}  // namespace ropc::reporters::sarif
