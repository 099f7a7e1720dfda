#include "inventory/quiet_proof.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "inventory/log_scope.h"

namespace ropc::inventory {
namespace {

/// The days of `window` that no range holds. `ranges` are sorted.
std::vector<DayRange> gaps(DayRange window, const std::vector<DayRange>& ranges) {
  std::vector<DayRange> out;
  std::int64_t next = window.first;
  for (const DayRange& range : ranges) {
    if (range.last < next) continue;
    if (range.first > window.last) break;
    if (range.first > next) out.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= window.last) out.push_back({next, window.last});
  return out;
}

/// Whether somebody signed in, or was turned away for a wrong password, on a day of the window.
bool used_in(const ClientRecord& client, DayRange window) {
  if (client.status == ClientStatus::noise || !client.usage) return false;
  const auto& days = client.usage->by_day;
  const auto end = days.upper_bound(to_day(start_of_day(window.last)));
  return std::any_of(days.lower_bound(to_day(start_of_day(window.first))), end,
                     [](const auto& day) { return day.second.success + day.second.failure > 0; });
}

struct Tenant {
  std::vector<const ClientRecord*> clients;
  std::vector<DayRange> covered;
  std::int64_t end = 0;
};

using Tenants = std::map<std::pair<std::string, std::string>, Tenant>;

bool counts(const ClientRecord& client) {
  if (client.status == ClientStatus::noise) return false;
  return !client.key.idp.empty() || client.usage || client.status == ClientStatus::code_only;
}

Tenants tenants_of(const Report& report) {
  Tenants out;
  for (const ClientRecord& client : report.clients)
    if (counts(client)) out[{client.key.idp, client.key.tenant}].clients.push_back(&client);
  for (const LogCoverage& log : report.coverage)
    if (log.records > 0) out.try_emplace({log.idp, log.tenant});
  for (auto& [key, tenant] : out)
    for (const LogCoverage* log : logs_of(key.first, key.second, report.coverage)) {
      tenant.covered.insert(tenant.covered.end(), log->success_days.begin(), log->success_days.end());
      tenant.end = std::max(tenant.end, day_of(log->to));
    }
  // Lines of a server that serves named tenants are no tenant of their own.
  std::erase_if(out, [&](const auto& entry) {
    const auto& [key, tenant] = entry;
    const auto next = out.upper_bound(key);
    return key.second.empty() && tenant.clients.empty() && next != out.end() && next->first.first == key.first;
  });
  for (auto& [key, tenant] : out) std::sort(tenant.covered.begin(), tenant.covered.end());
  return out;
}

}  // namespace

std::vector<QuietProof> prove_quiet(const Report& report, std::int64_t days, std::optional<std::int64_t> until) {
  std::vector<QuietProof> out;
  for (const auto& [key, tenant] : tenants_of(report)) {
    QuietProof proof;
    std::tie(proof.idp, proof.tenant) = key;
    const std::int64_t end = until.value_or(tenant.end);
    proof.window = {end - days + 1, end};
    for (const ClientRecord* client : tenant.clients)
      if (used_in(*client, proof.window)) proof.users.push_back(client);
    proof.blind = gaps(proof.window, tenant.covered);
    proof.verdict = !proof.users.empty()  ? QuietProof::Verdict::used
                    : proof.blind.empty() ? QuietProof::Verdict::quiet
                                          : QuietProof::Verdict::unproven;
    out.push_back(std::move(proof));
  }
  return out;
}

}  // namespace ropc::inventory
