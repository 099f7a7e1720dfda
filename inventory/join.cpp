#include "inventory/join.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "inventory/log_scope.h"
#include "inventory/status.h"

namespace ropc::inventory {
namespace {

using Clients = std::map<ClientKey, ClientRecord>;

bool compatible(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

/// Tenant ids → names, where an input tells exactly one name for the id.
class TenantNames {
 public:
  explicit TenantNames(const std::vector<TenantName>& names) {
    for (const TenantName& n : names) names_[{n.idp, n.id}].insert(n.name);
  }
  [[nodiscard]] const std::string& of(const std::string& idp, const std::string& tenant) const {
    const auto found = names_.find({idp, tenant});
    return found != names_.end() && found->second.size() == 1 ? *found->second.begin() : tenant;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::set<std::string>> names_;
};

ClientRecord& record_of(Clients& clients, const ClientKey& key) {
  ClientRecord& record = clients[key];
  record.key = key;
  return record;
}

/// A client list without its realm's name says nothing about the tenant: its clients are those of the one tenant in
/// which the same id is known.
void settle_missing_tenants(Clients& clients) {
  for (auto it = clients.begin(); it != clients.end();) {
    const ClientKey key = it->first;
    std::vector<ClientKey> homes;
    if (key.tenant.empty())
      for (const auto& [other, record] : clients)
        if (other.client_id == key.client_id && other.idp == key.idp && !other.tenant.empty()) homes.push_back(other);
    if (homes.size() != 1) {
      ++it;
      continue;
    }
    ClientRecord& home = clients[homes.front()];
    for (IdpFact& fact : it->second.facts) home.facts.push_back(std::move(fact));
    if (!home.usage) home.usage = std::move(it->second.usage);
    it = clients.erase(it);
  }
}

/// Keys of the clients that a finding may be about; empty when no client is known by that id.
std::vector<ClientKey> candidates(const Clients& clients, const Finding& f) {
  std::vector<ClientKey> out;
  for (const auto& [key, record] : clients)
    if (key.client_id == *f.client_id && compatible(key.idp, f.idp.value_or("")) &&
        compatible(key.tenant, f.tenant.value_or("")))
      out.push_back(key);
  return out;
}

bool names_use(const Finding& f) { return f.kind == Kind::request || f.kind == Kind::enable; }

void attribute(std::vector<Finding> findings, Clients& clients, std::vector<Finding>& unattributed) {
  // Findings that tell their tenant come first, so that those which do not can follow them to the same client.
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.tenant.has_value() + a.idp.has_value() > b.tenant.has_value() + b.idp.has_value();
  });
  for (Finding& f : findings) {
    if (f.suppressed) continue;
    if (!f.client_id || f.client_id->empty()) {
      unattributed.push_back(std::move(f));
      continue;
    }
    std::vector<ClientKey> keys = candidates(clients, f);
    if (keys.empty() && !names_use(f)) {
      unattributed.push_back(std::move(f));
      continue;
    }
    if (keys.empty()) keys.push_back({f.idp.value_or(""), f.tenant.value_or(""), *f.client_id});
    for (const ClientKey& key : keys) record_of(clients, key).code.push_back(f);
  }
}

bool by_place(const Finding& a, const Finding& b) {
  return std::tie(a.where, a.rule_id, a.fingerprint) < std::tie(b.where, b.rule_id, b.fingerprint);
}

/// Puts the statement that decides first. A policy of the realm beats the client's flag, which an export of the
/// client alone still shows as on; else "allowed" beats "blocked": an older export must not hide use.
void settle_password_grant(std::vector<IdpFact>& facts) {
  const auto weight = [](const IdpFact& fact) {
    if (fact.value == "blocked" && fact.detail.find("policy") != std::string::npos) return 0;
    if (fact.value == "allowed") return 1;
    return fact.value == "blocked" ? 2 : 3;
  };
  std::stable_sort(facts.begin(), facts.end(), [&](const IdpFact& a, const IdpFact& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.kind == IdpFact::Kind::password_grant && weight(a) < weight(b);
  });
}

/// What the logs of a client's tenant could show. A log that names no tenant speaks for those that no other log names.
void see_coverage(const ClientKey& key, const std::vector<LogCoverage>& coverage, Evidence& e) {
  for (const LogCoverage* log : logs_about(key.idp, key.tenant, coverage)) {
    e.logs_read = true;
    e.successes_visible |= log->successes_visible;
  }
}

/// The IdP itself said of every attempt that it knows no such client, and its export names none either: somebody guesses.
/// "client_not_found" is Keycloak's word; Entra's (700016) has a class of its own.
bool unknown_to_idp(const ClientRecord& record, const std::set<std::pair<std::string, std::string>>& exported) {
  if (!record.usage || !record.facts.empty() || !record.code.empty() || record.usage->total.success > 0) return false;
  const auto& errors = record.usage->errors;
  return exported.contains({record.key.idp, record.key.tenant}) && errors.size() == 1 &&
         errors.begin()->first == "client_not_found";
}

Evidence evidence_of(const ClientRecord& record, bool noise, const std::vector<LogCoverage>& coverage) {
  Evidence e;
  e.in_code = std::any_of(record.code.begin(), record.code.end(), names_use);
  const std::string grant = record.fact(IdpFact::Kind::password_grant);
  e.allowed = grant == "allowed"   ? Evidence::Allowed::yes
              : grant == "blocked" ? Evidence::Allowed::no
                                   : Evidence::Allowed::unknown;
  e.client_disabled = record.fact(IdpFact::Kind::enabled) == "false";
  e.noise = noise;
  see_coverage(record.key, coverage, e);
  if (record.usage) e.seen = record.usage->total;
  return e;
}

void conclude(ClientRecord& record, bool noise, const std::vector<LogCoverage>& coverage) {
  settle_password_grant(record.facts);
  std::sort(record.code.begin(), record.code.end(), by_place);
  if (record.name.empty()) record.name = record.fact(IdpFact::Kind::display_name);
  const Evidence e = evidence_of(record, noise, coverage);
  if (e.logs_read && !record.usage) record.usage.emplace();
  Verdict verdict = verdict_of(e);
  record.status = verdict.status;
  record.status_reason = std::move(verdict.reason);
}

}  // namespace

Joined join(AllEvidence evidence) {
  const TenantNames names(evidence.tenant_names);
  Clients clients;
  std::vector<ClientRecord> noise;
  for (LogCoverage& c : evidence.coverage) c.tenant = names.of(c.idp, c.tenant);
  for (UsageRow& row : evidence.usage) {
    row.key.tenant = names.of(row.key.idp, row.key.tenant);
    ClientRecord& record = row.noise ? noise.emplace_back() : record_of(clients, row.key);
    record.key = row.key;
    record.name = row.name;
    record.usage = std::move(row.usage);
  }
  for (IdpFact& fact : evidence.facts) {
    fact.client.tenant = names.of(fact.client.idp, fact.client.tenant);
    record_of(clients, fact.client).facts.push_back(std::move(fact));
  }
  settle_missing_tenants(clients);

  std::set<std::pair<std::string, std::string>> exported;
  for (const auto& [key, record] : clients)
    if (!record.facts.empty()) exported.emplace(key.idp, key.tenant);
  Joined out;
  attribute(std::move(evidence.findings), clients, out.unattributed);
  std::sort(out.unattributed.begin(), out.unattributed.end(), by_place);
  for (auto& [key, record] : clients) {
    conclude(record, unknown_to_idp(record, exported), evidence.coverage);
    out.clients.push_back(std::move(record));
  }
  for (ClientRecord& record : noise) {
    conclude(record, true, evidence.coverage);
    out.clients.push_back(std::move(record));
  }
  std::stable_sort(out.clients.begin(), out.clients.end(),
                   [](const ClientRecord& a, const ClientRecord& b) { return a.key < b.key; });
  return out;
}

}  // namespace ropc::inventory
