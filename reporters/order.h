#pragma once

#include <vector>

#include "model/report.h"

namespace ropc::reporters {

/// A finding and the client whose evidence it is.
struct FindingRow {
  const Finding* finding = nullptr;
  const ClientRecord* client = nullptr;  ///< nullptr: the finding names no client
};

/// All findings of the report, each once, worst first: level, then path, line, column, rule and fingerprint. Pointers
/// are into `report`. With `suppressed` also those that a comment in the code hides.
std::vector<FindingRow> findings_worst_first(const Report& report, bool suppressed);

/// The clients in the order in which a team should take them: rank, then how urgent the status is, then sign-ins, then
/// key. Rows of noise come last. Pointers are into `report`.
std::vector<const ClientRecord*> clients_by_urgency(const Report& report);

/// The clients in the three parts of a report, each in the order of clients_by_urgency().
struct ClientGroups {
  std::vector<const ClientRecord*> open;          ///< something is to be done or to be found out: a section each
  std::vector<const ClientRecord*> switched_off;  ///< the grant is off, nothing was seen to use it and no code names it: a list
  std::vector<const ClientRecord*> noise;         ///< not a client's own use
};
ClientGroups client_groups(const Report& report);

/// What was read of the logs of this client's tenant. Pointers are into `report`.
std::vector<const LogCoverage*> coverage_of(const Report& report, const ClientKey& key);

/// Whether any log that was read of this client's tenant can show a successful sign-in.
bool successes_visible(const Report& report, const ClientKey& key);

/// The latest moment that the evidence shows; 0: none does.
TimePoint latest_evidence(const Report& report);

}  // namespace ropc::reporters
