#pragma once

#include <map>
#include <string>
#include <vector>

#include "advice/knowledge.h"
#include "model/report.h"

namespace ropc::advice {

/// What one client's record says, made ready for signals and rules.
struct Evidence {
  const ClientRecord* client = nullptr;
  const Idp* idp = nullptr;
  std::map<std::string, double> numbers;             ///< see statistics.h; empty: no log was read
  std::map<std::string, std::string> given;          ///< values of the inputs that are given: status, idp, code, …
  std::vector<const Finding*> asks;                  ///< findings that ask for or allow the grant, tests last
  std::vector<std::string> words;                    ///< "literal-password", "many-places"
  std::uint64_t days_watched = 0;                    ///< longest span of a log that can show its successes
  [[nodiscard]] bool has(const std::string& word) const;
};

Evidence evidence_of(const ClientRecord& client, const Knowledge& knowledge, const std::vector<LogCoverage>& coverage);

}  // namespace ropc::advice
