#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "advice/evidence.h"
#include "advice/knowledge.h"

namespace ropc::advice {

/// How sure the value of an input is.
enum class Strength : std::uint8_t {
  unknown,
  lean,     ///< a sign, but less than settles it
  silent,   ///< no sign at all of something that would show itself
  firm,     ///< settled by one kind of witness
  certain   ///< by two kinds of witnesses or the configuration, or worked out by the program
};

/// One input of the decision for one client.
struct InputState {
  std::string value;  ///< empty: unknown
  Strength strength = Strength::unknown;
  bool conflict = false;  ///< code and log (or configuration) say different things
  std::vector<Reason> reasons;
};

using Inputs = std::map<std::string, InputState>;

/// Every input of the knowledge, with its value as far as the evidence goes. Weights of the signs are added up per
/// value: 3 settle it (for yes and no: 3 more than for the other), less only lean. Two kinds of witnesses that each
/// settle it differently leave it unknown.
Inputs infer(const Evidence& evidence, const Knowledge& knowledge);

}  // namespace ropc::advice
