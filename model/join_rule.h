#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/log_event.h"

namespace ropc {

/// What the records of one sign-in mean together. Bits are the aspects of LogEvent::aspects.
struct JoinRule {
  std::uint32_t all = 0;   ///< all of these must have been seen,
  std::uint32_t any = 0;   ///< one of these (0: any),
  std::uint32_t none = 0;  ///< and none of these
  GrantClass grant = GrantClass::ropc;
  Outcome outcome = Outcome::unknown;
};

/// The rules of one format, in order; the first that fits decides, and where none fits there was no such sign-in.
struct JoinRules {
  std::string format;
  std::vector<JoinRule> rules;
};

}  // namespace ropc
