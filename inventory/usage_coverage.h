#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "inventory/sqlite.h"
#include "model/coverage.h"

namespace ropc::inventory {

/// (idp, id) → name, where inputs agree on one.
using TenantNames = std::map<std::pair<std::string, std::string>, std::string>;
TenantNames tenant_names(Database& database);

/// Adds up what was read. Successes are visible when every day with records is held by an input that shows some.
std::vector<LogCoverage> count_coverage(Database& database);

}  // namespace ropc::inventory
