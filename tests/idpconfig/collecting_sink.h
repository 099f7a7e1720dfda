#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/evidence_sink.h"
#include "model/names.h"

namespace ropc::test {

/// Keeps what a reader gives.
class CollectingSink : public EvidenceSink {
 public:
  void add(Finding finding) override { findings.push_back(std::move(finding)); }
  void add(IdpFact fact) override { facts.push_back(std::move(fact)); }
  void add(TenantName name) override { tenants.push_back(std::move(name)); }
  void add(Diagnostic diagnostic) override { diagnostics.push_back(std::move(diagnostic)); }

  /// Value of the first such fact; "-" when there is none.
  [[nodiscard]] std::string value(const std::string& client, IdpFact::Kind kind) const {
    const IdpFact* fact = find(client, kind);
    return fact == nullptr ? "-" : fact->value;
  }
  [[nodiscard]] const IdpFact* find(const std::string& client, IdpFact::Kind kind) const {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const IdpFact& f) {
      return f.client.client_id == client && f.kind == kind;
    });
    return found == facts.end() ? nullptr : &*found;
  }
  /// "tenant client kind value" of the facts of two kinds that every export tells, sorted.
  [[nodiscard]] std::vector<std::string> main_facts() const {
    std::vector<std::string> out;
    for (const IdpFact& f : facts)
      if (f.kind == IdpFact::Kind::password_grant || f.kind == IdpFact::Kind::client_type)
        out.push_back((f.client.tenant.empty() ? "-" : f.client.tenant) + " " + f.client.client_id + " " +
                      std::string(name_of(f.kind)) + " " + f.value);
    std::sort(out.begin(), out.end());
    return out;
  }

  std::vector<Finding> findings;
  std::vector<IdpFact> facts;
  std::vector<TenantName> tenants;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace ropc::test
