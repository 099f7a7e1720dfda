#pragma once

#include <string>
#include <vector>

#include "advice/infer.h"
#include "advice/knowledge.h"

namespace ropc::advice {

/// Where the walk through the rules ended.
struct Decision {
  const Rule* rule = nullptr;                  ///< the rule that fits; its `next` and checklist count
  std::string flow;                            ///< flow id, "remove", "decide" or "none"
  Strength strength = Strength::lean;          ///< of the weakest input that it hangs on
  std::vector<std::string> open;               ///< inputs whose value could change it, most telling first
  std::vector<std::string> alternatives;       ///< other flows, best first
  std::vector<std::string> refused;            ///< flows that the rule wants and the identity provider does not have
  std::vector<std::string> trail;              ///< one line per rule
};

/// Whether all conditions hold; an input that is not known counts as "unknown".
bool all_hold(const std::vector<Condition>& conditions, const Inputs& inputs);

/// Walks the rules in order. A rule before the fitting one that hangs on something unknown makes it "decide", unless
/// it would give the same flow.
Decision decide(const Inputs& inputs, const Knowledge& knowledge, const Idp& idp);

/// What the flow would be if the input had this value for certain.
std::string flow_if(const Inputs& inputs, const std::string& input, const std::string& value, const Knowledge& knowledge,
                    const Idp& idp);

}  // namespace ropc::advice
