#include "inventory/log_scope.h"

namespace ropc::inventory {

std::vector<const LogCoverage*> logs_of(std::string_view idp, std::string_view tenant, const std::vector<LogCoverage>& coverage) {
  std::vector<const LogCoverage*> naming;
  std::vector<const LogCoverage*> nameless;
  for (const LogCoverage& log : coverage) {
    if (log.records == 0 || log.idp != idp) continue;
    if (log.tenant == tenant) naming.push_back(&log);
    if (log.tenant.empty()) nameless.push_back(&log);
  }
  return naming.empty() ? nameless : naming;
}

std::vector<const LogCoverage*> logs_about(std::string_view idp, std::string_view tenant,
                                           const std::vector<LogCoverage>& coverage) {
  std::vector<const LogCoverage*> out = logs_of(idp, tenant, coverage);
  if (!out.empty() || !tenant.empty()) return out;
  for (const LogCoverage& log : coverage)
    if (log.records > 0 && log.idp == idp) out.push_back(&log);
  return out;
}

}  // namespace ropc::inventory
