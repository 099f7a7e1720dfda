#include "advice/infer.h"

#include <algorithm>
#include <utility>

#include "advice/matching.h"
#include "advice/statistics.h"

namespace ropc::advice {
namespace {

enum class Witness : std::uint8_t { code, log, config, inference };

/// What signs said for one value of one input.
struct Vote {
  int sum = 0;
  std::map<Witness, int> by;
  std::vector<Reason> reasons;
};

using Votes = std::map<std::string, std::map<std::string, Vote>>;  ///< input → value → vote

Witness witness_of(const Signal& signal) {
  if (signal.log) return Witness::log;
  if (signal.config) return Witness::config;
  if (signal.input) return Witness::inference;
  return Witness::code;
}

void cast(const Signal& signal, const Reason& reason, Votes& votes) {
  for (const Effect& effect : signal.effects) {
    Vote& vote = votes[effect.input][effect.value];
    vote.sum += effect.weight;
    vote.by[witness_of(signal)] += effect.weight;
    vote.reasons.push_back(reason);
  }
}

constexpr int kSettles = 3;
constexpr int kClear = 2;  ///< what one kind of witness must say for a value to count as its word

/// Two kinds of witnesses each settle it by themselves, and differently.
bool contradicted(const Vote& best, const Vote& second) {
  for (const auto& [ours, weight] : best.by)
    for (const auto& [theirs, against] : second.by)
      if (ours != theirs && ours != Witness::inference && theirs != Witness::inference && weight >= kSettles &&
          against >= kSettles)
        return true;
  return false;
}

/// Yes and no weigh against each other; of several values one may lead by less, if it is settled by itself.
Strength strength_of(const Vote& best, int lead, bool yes_or_no) {
  if ((yes_or_no ? lead : best.sum) < kSettles) return Strength::lean;
  const auto config = best.by.find(Witness::config);
  if (config != best.by.end() && config->second >= kSettles) return Strength::certain;
  const auto clear = std::count_if(best.by.begin(), best.by.end(), [](const auto& w) { return w.second >= kClear; });
  return clear >= 2 ? Strength::certain : Strength::firm;
}

InputState settled(const std::map<std::string, Vote>& votes) {
  InputState out;
  std::vector<const std::pair<const std::string, Vote>*> order;
  for (const auto& entry : votes) order.push_back(&entry);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->second.sum > b->second.sum; });
  for (const auto* entry : order)
    out.reasons.insert(out.reasons.end(), entry->second.reasons.begin(), entry->second.reasons.end());
  if (order.empty()) return out;
  const Vote& best = order.front()->second;
  const int lead = best.sum - (order.size() > 1 ? std::max(0, order[1]->second.sum) : 0);
  out.conflict = order.size() > 1 && contradicted(best, order[1]->second);
  if (lead <= 0 || out.conflict) return out;
  out.value = order.front()->first;
  out.strength = strength_of(best, lead, out.value == "yes" || out.value == "no");
  out.reasons = best.reasons;  // what speaks for the value; the other signs were weaker
  return out;
}

void settle(const Votes& votes, Inputs& inputs) {
  for (const auto& [input, values] : votes) inputs[input] = settled(values);
}

bool reads_silence(const InputInfo& info, const std::string& idp) {
  return !info.silent.empty() && std::find(info.ask_at.begin(), info.ask_at.end(), idp) == info.ask_at.end();
}

}  // namespace

Inputs infer(const Evidence& evidence, const Knowledge& knowledge) {
  Inputs out;
  Votes votes;
  for (const Signal& signal : knowledge.signals)
    if (!signal.input)
      if (const auto reason = sign_in(signal, evidence)) cast(signal, *reason, votes);
  settle(votes, out);
  for (const Signal& signal : knowledge.signals) {
    if (!signal.input) continue;
    const auto state = out.find(signal.input->input);
    if (state == out.end() || state->second.strength < Strength::firm) continue;
    if (std::find(signal.input->is.begin(), signal.input->is.end(), state->second.value) != signal.input->is.end())
      cast(signal, Reason{signal.says, std::nullopt}, votes);
  }
  settle(votes, out);
  for (const InputInfo& info : knowledge.inputs) {
    InputState& state = out[info.id];
    if (const auto given = evidence.given.find(info.id); given != evidence.given.end()) {
      state = InputState{given->second, Strength::certain, false, {}};
    } else if (state.reasons.empty() && reads_silence(info, evidence.idp->id)) {
      state.value = info.silent;
      state.strength = Strength::silent;
    }
  }
  return out;
}

}  // namespace ropc::advice
