#pragma once

#include <vector>

#include "inventory/usage_store.h"
#include "model/report.h"

namespace ropc::inventory {

/// All evidence, as the stores hold it.
struct AllEvidence {
  std::vector<Finding> findings;
  std::vector<IdpFact> facts;
  std::vector<UsageRow> usage;
  std::vector<LogCoverage> coverage;
  std::vector<TenantName> tenant_names;
};

/// The clients of a report, and the findings that belong to none.
struct Joined {
  std::vector<ClientRecord> clients;  ///< by key; a noise row after the client's own
  std::vector<Finding> unattributed;
};

/// Joins the evidence on (idp, tenant, client id). A pure function: same evidence, same records. A finding that names
/// a client belongs to every client of that id which its own IdP and tenant, where it tells them, do not contradict;
/// no owner is guessed for a finding that names none. Suppressed findings belong to nobody.
Joined join(AllEvidence evidence);

}  // namespace ropc::inventory
