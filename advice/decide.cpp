#include "advice/decide.h"

#include <algorithm>

namespace ropc::advice {
namespace {

enum class Truth : std::uint8_t { no, weak_no, open, yes };

struct Answer {
  Truth truth = Truth::yes;
  Strength strength = Strength::certain;
  std::vector<std::string> inputs;  ///< that are unknown or only lean
};

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

const InputState& state_of(const Inputs& inputs, const std::string& id) {
  static const InputState kUnknown;
  const auto found = inputs.find(id);
  return found == inputs.end() ? kUnknown : found->second;
}

Answer answer_to(const Condition& c, const InputState& state) {
  if (state.value.empty()) {
    if (!c.is_not.empty()) return {};
    return {c.known.empty() ? Truth::open : Truth::weak_no, Strength::unknown, {c.input}};
  }
  bool holds = true;
  if (!c.is.empty()) holds = contains(c.is, state.value);
  if (!c.known.empty()) holds = contains(c.known, state.value);
  if (!c.is_not.empty()) holds = !contains(c.is_not, state.value);
  const bool leans = state.strength == Strength::lean;
  if (!holds) return {leans ? Truth::weak_no : Truth::no, state.strength, leans ? std::vector{c.input} : std::vector<std::string>{}};
  // That something is not so is no more than a side remark of the rule; it does not make it weaker.
  if (!c.is_not.empty()) return {};
  return {Truth::yes, state.strength, leans ? std::vector{c.input} : std::vector<std::string>{}};
}

bool has_flow(const Idp& idp, const std::string& flow) {
  const auto support = idp.supports.find(flow);
  return support != idp.supports.end() && support->second.value >= Support::Value::partial;
}

/// A rule is as true as its least true condition.
Answer answer_to(const Rule& rule, const Inputs& inputs, const Idp& idp) {
  Answer all;
  if (!rule.supports.empty() && !has_flow(idp, rule.supports)) all.truth = Truth::no;
  for (const Condition& condition : rule.when) {
    const Answer one = answer_to(condition, state_of(inputs, condition.input));
    all.truth = std::min(all.truth, one.truth);
    all.strength = std::min(all.strength, one.strength);
    all.inputs.insert(all.inputs.end(), one.inputs.begin(), one.inputs.end());
  }
  return all;
}

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& word : more)
    if (!contains(list, word)) list.push_back(word);
}

bool refused_by(const Idp& idp, const std::string& flow) {
  const auto support = idp.supports.find(flow);
  return support != idp.supports.end() && support->second.value == Support::Value::no;
}

std::vector<std::string> flows_of(const Rule& rule) {
  std::vector<std::string> out = {rule.flow};
  out.insert(out.end(), rule.fallback.begin(), rule.fallback.end());
  return out;
}

/// The rule's flows in order, without those that the identity provider does not have.
void choose_flow(const Rule& rule, const Idp& idp, Decision& out) {
  std::vector<std::string> had;
  for (const std::string& flow : flows_of(rule)) {
    if (!refused_by(idp, flow)) had.push_back(flow);
    if (had.empty()) out.refused.push_back(flow);
  }
  out.flow = had.empty() ? "decide" : had.front();  // none of them: a person must find a way
  if (!had.empty()) add_new(out.alternatives, {had.begin() + 1, had.end()});
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string line_of(const Rule& rule, const Answer& answer, const Inputs& inputs) {
  std::string why;
  for (const Condition& c : rule.when) {
    const InputState& state = state_of(inputs, c.input);
    const Answer one = answer_to(c, state);
    if (answer.truth != Truth::yes && one.truth != answer.truth) continue;
    why += (why.empty() ? "" : ", ") + c.input + " is " + (state.value.empty() ? "not known" : state.value);
    if (state.strength == Strength::lean) why += " (leaning)";
    if (state.strength == Strength::silent) why += " (no sign of another)";
  }
  if (why.empty()) why = rule.supports.empty() || answer.truth == Truth::yes ? "always" : "the identity provider does not have it";
  switch (answer.truth) {
    case Truth::yes: return rule.id + " fits (" + rule.flow + "): " + why;
    case Truth::open: return rule.id + " may fit (" + rule.flow + "): " + why;
    case Truth::weak_no: return rule.id + " hardly fits: " + why;
    case Truth::no: break;
  }
  return rule.id + " does not fit: " + why;
}

/// Rules that could have fitted had something been known stand before the one that does.
void be_unsure(const std::vector<const Rule*>& possible, const Rule& last, const Idp& idp, Decision& out) {
  const std::string fitting = out.flow;
  out.alternatives.clear();
  for (const Rule* rule : possible)
    if (!refused_by(idp, rule->flow)) add_new(out.alternatives, {rule->flow});
  if (fitting != "decide" && fitting != "none") add_new(out.alternatives, {fitting});
  out.rule = &last;
  out.flow = "decide";
  out.refused.clear();
  out.trail.push_back(last.id + ": not settled, as " + listed(out.open) + " could change it");
}

/// Whether `flow` does whichever of the rules it is, if not always as the best way.
bool all_take(const std::vector<const Rule*>& rules, const std::string& flow) {
  return std::all_of(rules.begin(), rules.end(), [&](const Rule* rule) { return contains(flows_of(*rule), flow); });
}

/// Flows that would be better than the fitting one, if only something were known.
void add_better(const std::vector<const Rule*>& possible, const Idp& idp, Decision& out) {
  std::vector<std::string> better;
  for (const Rule* rule : possible)
    if (rule->flow != out.flow && !refused_by(idp, rule->flow)) add_new(better, {rule->flow});
  add_new(better, out.alternatives);
  out.alternatives = std::move(better);
}

/// Nothing else than what the program worked out by itself speaks against the rule.
bool out_of_question(const Rule& rule, const Answer& answer, const Inputs& inputs, const Knowledge& knowledge) {
  return answer.truth == Truth::no && std::any_of(rule.when.begin(), rule.when.end(), [&](const Condition& c) {
    const InputInfo* info = knowledge.input(c.input);
    return info != nullptr && info->given && answer_to(c, state_of(inputs, c.input)).truth == Truth::no;
  });
}

InputState certain(const std::string& value) { return {value, Strength::certain, false, {}}; }

}  // namespace

bool all_hold(const std::vector<Condition>& conditions, const Inputs& inputs) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& c) {
    const InputState& state = state_of(inputs, c.input);
    const std::string value = state.value.empty() ? "unknown" : state.value;
    return (c.is.empty() || contains(c.is, value)) && (c.known.empty() || contains(c.known, value)) &&
           (c.is_not.empty() || !contains(c.is_not, value));
  });
}

Decision decide(const Inputs& inputs, const Knowledge& knowledge, const Idp& idp) {
  Decision out;
  std::vector<const Rule*> possible;
  std::vector<std::string> missing;
  std::vector<std::pair<const Rule*, Answer>> doubted;
  for (const Rule& rule : knowledge.rules) {
    const Answer answer = answer_to(rule, inputs, idp);
    if (!out_of_question(rule, answer, inputs, knowledge)) out.trail.push_back(line_of(rule, answer, inputs));
    if (answer.truth == Truth::open) possible.push_back(&rule), add_new(missing, answer.inputs);
    if (answer.truth == Truth::weak_no) doubted.emplace_back(&rule, answer);
    if (answer.truth != Truth::yes) continue;
    out.rule = &rule;
    out.strength = answer.strength;
    add_new(out.open, answer.inputs);
    break;
  }
  const bool settled = all_take(possible, out.rule->flow);
  if (!settled) out.open.insert(out.open.begin(), missing.begin(), missing.end());
  for (const auto& [rule, answer] : doubted)
    if (rule->flow != out.rule->flow) add_new(out.open, answer.inputs);
  if (!out.open.empty()) out.strength = std::min(out.strength, Strength::lean);
  choose_flow(*out.rule, idp, out);
  if (out.flow == "decide" && out.rule->flow != "decide") out.rule = &knowledge.rules.back();
  if (settled) {
    add_better(possible, idp, out);
  } else {
    be_unsure(possible, knowledge.rules.back(), idp, out);
  }
  add_new(out.open, out.rule->ask);
  return out;
}

std::string flow_if(const Inputs& inputs, const std::string& input, const std::string& value, const Knowledge& knowledge,
                    const Idp& idp) {
  Inputs changed = inputs;
  changed[input] = certain(value);
  return decide(changed, knowledge, idp).flow;
}

}  // namespace ropc::advice
