#include "advice/reasons.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::advice {
namespace {

constexpr std::size_t kMostPerInput = 3;
constexpr std::size_t kMostQuestions = 4;
constexpr std::uint64_t kQuarter = 90;  ///< days; shorter logs miss jobs that run once a quarter
constexpr std::uint64_t kYear = 400;    ///< the same for once a year

void add_new(std::vector<Reason>& list, Reason reason) {
  const bool known = std::any_of(list.begin(), list.end(),
                                 [&](const Reason& r) { return r.text == reason.text && r.where == reason.where; });
  if (!known) list.push_back(std::move(reason));
}

void add_signs(const InputState& state, std::vector<Reason>& out) {
  for (std::size_t i = 0; i < std::min(state.reasons.size(), kMostPerInput); ++i) add_new(out, state.reasons[i]);
}

std::string as_reason(std::string sentence) {
  while (!sentence.empty() && sentence.back() == '.') sentence.pop_back();
  return sentence;
}

std::string checked(const Note& note) { return as_reason(note.text) + (note.verify ? " (check this)" : ""); }

void add_notes(const ChecklistInput& in, std::vector<Reason>& out) {
  for (const Note& note : in.evidence.idp->notes)
    if (!note.when.empty() && all_hold(note.when, in.inputs)) add_new(out, {checked(note), std::nullopt});
  for (const Note& date : in.evidence.idp->dates) add_new(out, {date.date + ": " + checked(date), std::nullopt});
  for (const auto& [library, finding] : libraries_of(in))
    for (const Note& date : library->dates) add_new(out, {date.date + ": " + checked(date), finding->where});
}

std::string who_runs_it(const ChecklistInput& in) {
  const bool owned = !in.evidence.client->fact(IdpFact::Kind::owner).empty();
  const bool asked = in.evidence.given.at("status") == "in-use" || in.evidence.given.at("status") == "blocked" ||
                     in.evidence.given.at("status") == "contradiction";
  const bool built_in = in.evidence.given.at("built_in") == "yes";
  if (owned || built_in || !asked || !in.evidence.client->code.empty()) return {};
  return filled("Who runs {client}? Nothing that was read names its code or its owner.", in.names.text);
}

/// How much an answer would settle, in percent: the share of answers after which the flow is known.
int settles(const InputInfo& info, const ChecklistInput& in) {
  int known = 0;
  for (const std::string& value : info.values)
    if (const std::string flow = flow_if(in.inputs, info.id, value, in.knowledge, *in.evidence.idp); flow != "decide") ++known;
  return info.values.empty() ? 0 : 100 * known / static_cast<int>(info.values.size());
}

/// The open inputs, those first whose answer settles most.
std::vector<const InputInfo*> telling_first(const ChecklistInput& in) {
  std::vector<std::pair<int, const InputInfo*>> order;
  for (const std::string& input : in.decision.open)
    if (const InputInfo* info = in.knowledge.input(input); info != nullptr && !info->question.empty())
      order.emplace_back(settles(*info, in), info);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<const InputInfo*> out;
  for (const auto& [percent, info] : order) out.push_back(info);
  return out;
}

std::string silent_code(const ChecklistInput& in) {
  const auto& asks = in.evidence.asks;
  if (in.decision.flow != "remove" || in.decision.rule->checklist != "remove") return {};
  if (asks.empty() || asks.front()->kind != Kind::request || asks.front()->test_code) return {};
  return filled("Does the code that asks with a password{at} still run? The logs do not show it.", in.names.text);
}

std::string rare_jobs(const ChecklistInput& in) {
  if (in.decision.rule->checklist != "remove" || in.evidence.days_watched >= kYear) return {};
  const std::string days = in.evidence.days_watched == 0 ? "not a whole day" : std::to_string(in.evidence.days_watched) + " days";
  return filled("Is there a job that uses {client} only once a ", in.names.text) +
         (in.evidence.days_watched < kQuarter ? "quarter or a year" : "year") + "? The logs that can show it cover " + days + ".";
}

}  // namespace

Confidence confidence_of(Strength strength) {
  switch (strength) {
    case Strength::certain: return Confidence::certain;
    case Strength::firm:
    case Strength::silent: return Confidence::firm;
    case Strength::lean:
    case Strength::unknown: break;
  }
  return Confidence::tentative;
}

std::vector<Reason> reasons_for(const ChecklistInput& in) {
  std::vector<Reason> out;
  const Rule& rule = *in.decision.rule;
  add_new(out, {as_reason(filled(rule.why, in.names.text)), std::nullopt});
  for (const Condition& condition : rule.when)
    if (const auto state = in.inputs.find(condition.input); state != in.inputs.end()) add_signs(state->second, out);
  std::string unknown;
  for (const std::string& input : in.decision.open)
    if (in.inputs.at(input).value.empty() && rule.flow == "decide")
      unknown += (unknown.empty() ? "not known: " : "; ") + in.knowledge.input(input)->title;
  if (!unknown.empty()) add_new(out, {unknown, std::nullopt});
  if (rule.flow == "decide")
    for (const std::string& input : in.decision.open)
      if (const auto state = in.inputs.find(input); state != in.inputs.end()) add_signs(state->second, out);
  if (in.decision.flow == "none") return out;
  for (const std::string& flow : in.decision.refused)
    add_new(out, {in.evidence.idp->title + " does not have this: " + title_of_flow(flow, in.knowledge), std::nullopt});
  for (const Case* one : cases_of(in)) add_new(out, {as_reason(one->says), std::nullopt});
  add_notes(in, out);
  return out;
}

std::vector<AdviceInput> inputs_for(const ChecklistInput& in) {
  std::vector<AdviceInput> out;
  for (const InputInfo& info : in.knowledge.inputs) {
    const InputState& state = in.inputs.at(info.id);
    const bool asked = std::find(in.decision.open.begin(), in.decision.open.end(), info.id) != in.decision.open.end();
    if (info.given || (state.reasons.empty() && !asked)) continue;
    out.push_back({info.id, info.title, state.value, confidence_of(state.strength), state.strength == Strength::silent,
                   state.reasons});
  }
  return out;
}

std::vector<std::string> questions_for(const ChecklistInput& in) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& question) {
    if (!question.empty() && out.size() < kMostQuestions) out.push_back(question);
  };
  if (in.decision.flow == "none") return out;
  add(filled(in.decision.rule->question, in.names.text));
  add(silent_code(in));
  add(rare_jobs(in));
  if (in.decision.rule->question.empty())
    for (const InputInfo* info : telling_first(in))
      add(question_for(*info, in.inputs, in.knowledge, *in.evidence.idp, in.names));
  add(who_runs_it(in));
  return out;
}

std::vector<std::string> alternatives_for(const ChecklistInput& in) {
  std::vector<std::string> out;
  for (const std::string& flow : in.decision.alternatives) {
    std::string text = title_of_flow(flow, in.knowledge);
    const auto support = in.evidence.idp->supports.find(flow);
    if (support != in.evidence.idp->supports.end() && support->second.value == Support::Value::unknown)
      text += ", if " + in.evidence.idp->title + " has it";
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace ropc::advice
