#include "reporters/order.h"

#include <algorithm>
#include <tuple>

#include "reporters/words.h"

namespace ropc::reporters {
namespace {

bool before(const FindingRow& a, const FindingRow& b) {
  const Finding& x = *a.finding;
  const Finding& y = *b.finding;
  if (x.level != y.level) return x.level > y.level;
  return std::tie(x.where, x.rule_id, x.fingerprint) < std::tie(y.where, y.rule_id, y.fingerprint);
}

bool same(const FindingRow& a, const FindingRow& b) {
  return a.finding->where == b.finding->where && a.finding->rule_id == b.finding->rule_id &&
         a.finding->fingerprint == b.finding->fingerprint;
}

/// Smaller is earlier. Clients without a rank come after those with one.
auto urgency(const ClientRecord& c) {
  const std::uint32_t rank = c.recommendation.rank;
  const std::uint64_t attempts = c.usage ? c.usage->total.success + c.usage->total.failure + c.usage->total.blocked : 0;
  return std::tuple(c.status == ClientStatus::noise, rank == 0, rank, urgency_of(c.status), ~attempts);
}

bool speaks_of(const LogCoverage& coverage, const ClientKey& key) {
  return coverage.idp == key.idp && (coverage.tenant == key.tenant || coverage.tenant.empty());
}

}  // namespace

std::vector<FindingRow> findings_worst_first(const Report& report, bool suppressed) {
  std::vector<FindingRow> rows;
  const auto take = [&](const std::vector<Finding>& findings, const ClientRecord* client) {
    for (const Finding& f : findings)
      if (suppressed || !f.suppressed) rows.push_back({&f, client});
  };
  for (const ClientRecord& client : report.clients) take(client.code, &client);
  take(report.unattributed, nullptr);
  std::stable_sort(rows.begin(), rows.end(), before);
  // A client id that two tenants know makes one finding the evidence of both.
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  return rows;
}

std::vector<const ClientRecord*> clients_by_urgency(const Report& report) {
  std::vector<const ClientRecord*> out;
  out.reserve(report.clients.size());
  for (const ClientRecord& client : report.clients) out.push_back(&client);
  std::stable_sort(out.begin(), out.end(), [](const ClientRecord* a, const ClientRecord* b) {
    const auto x = urgency(*a);
    const auto y = urgency(*b);
    return x != y ? x < y : a->key < b->key;
  });
  return out;
}

ClientGroups client_groups(const Report& report) {
  ClientGroups out;
  for (const ClientRecord* client : clients_by_urgency(report)) {
    if (client->status == ClientStatus::noise)
      out.noise.push_back(client);
    else if (client->status == ClientStatus::disabled && client->code.empty())
      out.switched_off.push_back(client);
    else
      out.open.push_back(client);
  }
  return out;
}

std::vector<const LogCoverage*> coverage_of(const Report& report, const ClientKey& key) {
  std::vector<const LogCoverage*> out;
  for (const LogCoverage& coverage : report.coverage)
    if (speaks_of(coverage, key)) out.push_back(&coverage);
  return out;
}

bool successes_visible(const Report& report, const ClientKey& key) {
  return std::any_of(report.coverage.begin(), report.coverage.end(),
                     [&](const LogCoverage& c) { return c.successes_visible && speaks_of(c, key); });
}

TimePoint latest_evidence(const Report& report) {
  TimePoint latest{};
  for (const LogCoverage& coverage : report.coverage) latest = std::max(latest, coverage.to);
  for (const ClientRecord& client : report.clients)
    if (client.usage) latest = std::max(latest, client.usage->last_seen);
  return latest;
}

}  // namespace ropc::reporters
