#include "advice/check_knowledge.h"

#include <algorithm>
#include <optional>

namespace ropc::advice {
namespace {

/// Keeps the first fault.
class Checker {
 public:
  explicit Checker(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void fault(const std::string& message) {
    if (!first_) first_ = message;
  }
  [[nodiscard]] const std::optional<std::string>& first() const { return first_; }

  void flow(const std::string& id, const std::string& where) {
    if (id != "none" && id != "any" && !knowledge_.flows.contains(id)) fault(where + ": there is no flow \"" + id + "\"");
  }

  void value(const std::string& input, const std::string& value, const std::string& where) {
    if (input == "flow") return flow(value, where);
    const InputInfo* info = knowledge_.input(input);
    if (info == nullptr) return fault(where + ": there is no input \"" + input + "\"");
    if (value == "unknown" || info->values.empty()) return;
    if (std::find(info->values.begin(), info->values.end(), value) == info->values.end())
      fault(where + ": \"" + input + "\" has no value \"" + value + "\"");
  }

  void conditions(const std::vector<Condition>& all, const std::string& where) {
    for (const Condition& c : all)
      for (const auto* list : {&c.is, &c.known, &c.is_not})
        for (const std::string& word : *list) value(c.input, word, where);
  }

  void steps(const std::vector<StepText>& all, const std::string& where) {
    for (const StepText& step : all) conditions(step.when, where + " " + step.id);
  }

 private:
  const Knowledge& knowledge_;
  std::optional<std::string> first_;
};

void check_catalog(const Knowledge& k, Checker& check) {
  for (const auto& [id, flow] : k.flows) check.steps(flow.steps, "flows/" + id);
  for (const auto& [id, list] : k.checklists) check.steps(list.steps, "checklists/" + id);
  for (const auto& [id, idp] : k.idps) {
    const std::string where = "idp/" + id;
    for (const auto& [flow, support] : idp.supports) check.flow(flow, where);
    for (const auto& [flow, steps] : idp.enable) check.flow(flow, where), check.steps(steps, where);
    for (const auto& [list, steps] : idp.lists) check.steps(steps, where + " " + list);
    for (const Note& note : idp.notes) check.conditions(note.when, where);
  }
  for (const Case& c : k.cases) check.conditions(c.when, "cases/" + c.id), check.steps(c.steps, "cases/" + c.id);
  for (const Library& library : k.libraries)
    for (const auto& [flow, text] : library.use) check.flow(flow, "libraries/" + library.id);
}

void check_decision(const Knowledge& k, Checker& check) {
  for (const Rule& rule : k.rules) {
    const std::string where = "decision.yaml " + rule.id;
    check.conditions(rule.when, where);
    check.flow(rule.flow, where);
    if (!rule.supports.empty()) check.flow(rule.supports, where);
    for (const std::string& flow : rule.fallback) check.flow(flow, where);
    for (const std::string& input : rule.ask) check.value(input, "unknown", where);
    if (!k.checklists.contains(rule.checklist)) check.fault(where + ": there is no checklist \"" + rule.checklist + "\"");
  }
  for (const Signal& signal : k.signals) {
    for (const Effect& effect : signal.effects) check.value(effect.input, effect.value, "signals " + signal.id);
    if (signal.input) check.conditions({*signal.input}, "signals " + signal.id);
  }
  for (const RankRule& rule : k.ranking) check.conditions(rule.when, "ranking.yaml");
}

}  // namespace

Result<void> check_knowledge(const Knowledge& knowledge) {
  Checker check(knowledge);
  if (!knowledge.idps.contains("generic")) check.fault("idp/generic.yaml is missing");
  if (knowledge.rules.empty()) check.fault("decision.yaml is missing");
  check_catalog(knowledge, check);
  check_decision(knowledge, check);
  if (check.first()) return fail(ErrorCode::schema, *check.first(), "advice");
  return {};
}

}  // namespace ropc::advice
