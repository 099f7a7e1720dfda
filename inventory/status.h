#pragma once

#include <string>

#include "model/coverage.h"
#include "model/report.h"

namespace ropc::inventory {

/// What the three kinds of evidence say about one client, reduced to what the status hangs on.
struct Evidence {
  enum class Allowed { unknown, yes, no };
  bool in_code = false;           ///< a request or enable finding names it
  Allowed allowed = Allowed::unknown;
  bool client_disabled = false;   ///< the IdP export says that the client is off
  bool logs_read = false;         ///< a sign-in log of its tenant was read
  bool successes_visible = false; ///< at least one of those logs can show a success
  bool noise = false;             ///< its events are attacks or another protocol's
  OutcomeCounts seen;             ///< attempts of the client itself
};

struct Verdict {
  ClientStatus status;
  std::string reason;  ///< one sentence
};

/// The table of the join, as the test beside it spells out; a pure function. "Unknown" is a value: what was not handed over is not a "no".
Verdict verdict_of(const Evidence& evidence);

}  // namespace ropc::inventory
