#pragma once

#include <string_view>
#include <vector>

#include "model/coverage.h"

namespace ropc::inventory {

/// The logs with records that speak for a tenant: those that name it; where none does, those of its identity provider
/// that name no tenant at all. The pointers are into `coverage`.
std::vector<const LogCoverage*> logs_of(std::string_view idp, std::string_view tenant, const std::vector<LogCoverage>& coverage);

/// The logs with records that may have shown a client of this tenant: logs_of, or those of all tenants of the identity
/// provider when nobody tells the client's tenant (empty) and no log is without one.
std::vector<const LogCoverage*> logs_about(std::string_view idp, std::string_view tenant,
                                           const std::vector<LogCoverage>& coverage);

}  // namespace ropc::inventory
