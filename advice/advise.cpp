#include "advice/advise.h"

#include <algorithm>

#include "advice/checklist.h"
#include "advice/rank.h"
#include "advice/reasons.h"

namespace ropc::advice {
namespace {

constexpr std::uint64_t kMonth = 28;
constexpr std::uint64_t kYear = 400;

/// How long the logs must have been silent for "nothing uses it" to be worth something.
Strength silence(std::uint64_t days) {
  if (days >= kYear) return Strength::certain;
  return days >= kMonth ? Strength::firm : Strength::lean;
}

/// What the identity provider has only in part, or perhaps, cannot be recommended with full confidence.
Strength supported(const Decision& decision, const Idp& idp) {
  const auto support = idp.supports.find(decision.flow);
  if (support == idp.supports.end() || decision.flow == "remove") return decision.strength;
  switch (support->second.value) {
    case Support::Value::yes: return decision.strength;
    case Support::Value::partial: return std::min(decision.strength, Strength::firm);
    default: return std::min(decision.strength, Strength::lean);
  }
}

Confidence confidence_for(const ChecklistInput& in) {
  if (in.decision.flow == "decide") return Confidence::tentative;
  Strength strength = supported(in.decision, *in.evidence.idp);
  if (in.decision.rule->checklist == "remove") strength = std::min(strength, silence(in.evidence.days_watched));
  return confidence_of(strength);
}

/// A change of one call in one file is small where a library has the better call at hand.
std::string effort_class(const ChecklistInput& in) {
  const Rule& rule = *in.decision.rule;
  const std::string effort = rule.effort.empty() ? in.knowledge.flows.at(in.decision.flow).effort : rule.effort;
  const bool one_place = in.evidence.asks.size() == 1 && !libraries_of(in).empty();
  return effort == "medium" && one_place ? "small" : effort;
}

std::string effort_words(const std::string& effort) {
  if (effort == "small") return "hours to days";
  if (effort == "medium") return "days to weeks";
  return effort == "large" ? "weeks to months" : "";
}

std::string next_step(const ChecklistInput& in, const std::vector<std::string>& questions) {
  auto names = in.names.text;
  names["question"] = questions.empty() ? "what is it for?" : questions.front();
  return filled(in.decision.rule->next, names);
}

int recommend(ClientRecord& client, const Knowledge& knowledge, const std::vector<LogCoverage>& coverage) {
  const Evidence evidence = evidence_of(client, knowledge, coverage);
  const Inputs inputs = infer(evidence, knowledge);
  const Decision decision = decide(inputs, knowledge, *evidence.idp);
  const Names names = names_of(evidence);
  const ChecklistInput in{evidence, inputs, decision, knowledge, names};
  const bool nothing = decision.flow == "none";
  const std::string effort = nothing ? std::string() : effort_class(in);
  const Urgency urgency = urgency_of(evidence, inputs, effort, knowledge);
  Recommendation out;
  out.flow = nothing ? std::string() : decision.flow;
  out.flow_title = nothing ? "Nothing to migrate" : title_of_flow(decision.flow, knowledge);
  out.confidence = nothing ? confidence_of(decision.strength) : confidence_for(in);
  out.rank_reason = nothing ? std::string() : urgency.reason;
  out.reasons = reasons_for(in);
  out.questions = questions_for(in);
  out.next_step = next_step(in, out.questions);
  out.steps = checklist_for(in);
  out.alternatives = alternatives_for(in);
  out.effort = effort_words(effort);
  out.rule = decision.rule->id;
  out.inputs = inputs_for(in);
  out.trail = decision.trail;
  client.recommendation = std::move(out);
  return urgency.points;
}

}  // namespace

void advise(std::vector<ClientRecord>& clients, const Knowledge& knowledge, const std::vector<LogCoverage>& coverage) {
  std::vector<int> points;
  points.reserve(clients.size());
  for (ClientRecord& client : clients) points.push_back(recommend(client, knowledge, coverage));
  rank(clients, points);
}

}  // namespace ropc::advice
