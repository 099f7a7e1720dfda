#pragma once

#include <optional>

#include "advice/evidence.h"
#include "advice/knowledge.h"

namespace ropc::advice {

/// The reason that `signal` gives for what it says, where the evidence shows it (signals on inputs are not looked at);
/// of a finding or fact with its place. Nothing: no such sign.
std::optional<Reason> sign_in(const Signal& signal, const Evidence& evidence);

}  // namespace ropc::advice
