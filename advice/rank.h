#pragma once

#include <map>
#include <string>
#include <vector>

#include "advice/evidence.h"
#include "advice/infer.h"

namespace ropc::advice {

/// Points of one client and why, in words.
struct Urgency {
  int points = 0;
  std::string reason;
};

Urgency urgency_of(const Evidence& evidence, const Inputs& inputs, const std::string& effort, const Knowledge& knowledge);

/// Numbers the clients that have something to do from 1, most points first, ties in the order of their keys; the
/// others have rank 0. `points` goes by the same index.
void rank(std::vector<ClientRecord>& clients, const std::vector<int>& points);

}  // namespace ropc::advice
