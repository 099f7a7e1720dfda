#include "inventory/usage_store.h"

namespace ropc::inventory {

UsageStore::UsageStore(Database& database) : database_(database) {}
UsageStore::~UsageStore() = default;
void UsageStore::begin_input(const InputLabel&) {}
void UsageStore::add(const LogEvent&) {}
void UsageStore::add(const TenantName&) {}
void UsageStore::add(const DayCoverage&) {}
void UsageStore::add(Diagnostic) {}
void UsageStore::end_input() {}
void UsageStore::abandon_input() {}
std::vector<UsageRow> UsageStore::usage() const { return {}; }
std::vector<LogCoverage> UsageStore::coverage() const { return {}; }

}  // namespace ropc::inventory
