#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/report.h"

namespace ropc::reporters {

/// How many findings of each kind, suppressed ones left out.
struct KindCounts {
  std::uint64_t request = 0, enable = 0, implement = 0, mention = 0;
  /// Those that are more than a mention.
  [[nodiscard]] std::uint64_t real() const { return request + enable + implement; }
};
KindCounts count_kinds(const std::vector<Finding>& findings);

/// The numbers that stand at the top of a report.
struct Summary {
  std::map<ClientStatus, std::uint64_t> by_status;  ///< noise included
  std::uint64_t clients = 0;                        ///< rows of noise not counted
  std::uint64_t sign_ins = 0;                       ///< successful, of those clients
  std::uint64_t errors = 0, warnings = 0, notes = 0;  ///< findings by level, each once, suppressed ones left out
  std::uint64_t nameless = 0;                       ///< findings that name no client and are more than a mention
  std::uint64_t suppressed = 0;
  [[nodiscard]] std::uint64_t findings() const { return errors + warnings + notes; }
};
Summary summarize(const Report& report);

/// "3 clients: 2 in use, 1 enabled but not seen; 1,211 successful sign-ins with a password"
std::string clients_sentence(const Summary& summary);
/// "6 findings in code and configuration: 3 errors, 1 warning, 2 notes; 1 suppressed"
std::string findings_sentence(const Summary& summary);

/// An export that an identity provider's settings were read from.
struct ExportCoverage {
  std::string path, idp, tenant;
  std::uint64_t clients = 0;
};
/// Read off the facts of the clients, by path.
std::vector<ExportCoverage> exports_of(const Report& report);

/// What the report cannot know because nothing of that kind was read; one sentence each.
std::vector<std::string> blind_spots(const Report& report);

}  // namespace ropc::reporters
