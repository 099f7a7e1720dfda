#include "reporters/decision_chain.h"

#include "reporters/words.h"

namespace ropc::reporters {
namespace {

std::string sureness_of(const AdviceInput& input) {
  if (input.value.empty()) return "not known";
  if (input.assumed) return input.value + " (no sign of another)";
  return input.value + " (" + std::string(phrase_of(input.confidence)) + ")";
}

std::string sign_of(const Reason& reason) {
  return "  " + reason.text + (reason.where ? "  " + place_of(*reason.where) : std::string());
}

}  // namespace

std::vector<std::string> decision_chain(const Recommendation& recommendation) {
  std::vector<std::string> out;
  for (const AdviceInput& input : recommendation.inputs) {
    out.push_back(input.title + ": " + sureness_of(input));
    for (const Reason& reason : input.reasons) out.push_back(sign_of(reason));
  }
  out.insert(out.end(), recommendation.trail.begin(), recommendation.trail.end());
  return out;
}

}  // namespace ropc::reporters
