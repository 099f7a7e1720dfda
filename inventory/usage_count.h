#pragma once

#include <vector>

#include "inventory/sqlite.h"
#include "inventory/usage_store.h"

namespace ropc::inventory {

/// Counts the stored events per client: each sign-in once. Where log lines and stored events of one tenant hold the
/// same sign-ins, a success counts once by its token id, and of the rest the larger number per client and day.
std::vector<UsageRow> count_usage(Database& database);

}  // namespace ropc::inventory
