#include "advice/checklist.h"

#include <algorithm>
#include <set>

#include "common/text.h"

namespace ropc::advice {
namespace {

constexpr std::size_t kShownPlaces = 5;

/// Puts steps together in order, each fact once.
class Steps {
 public:
  explicit Steps(const ChecklistInput& input) : in_(input) {}

  void add(const StepText& text, const std::string& phase, bool verify = false) {
    if (!all_hold(text.when, with_flow())) return;
    Step step;
    step.id = text.id;
    step.text = filled(text.text, in_.names.text);
    step.proof = filled(text.proof, in_.names.text);
    step.command = filled(text.command, in_.names.command);
    step.language = text.language;
    step.url = text.url;
    step.verify = text.verify || verify;
    step.phase = phase;
    if (seen_.insert(step.text + step.command).second) steps_.push_back(std::move(step));
  }
  void add_all(const std::vector<StepText>& texts, const std::string& phase, bool verify = false) {
    for (const StepText& text : texts) add(text, phase, verify);
  }
  void add_plain(const std::string& id, const std::string& text, const std::string& phase, const std::string& url = {}) {
    StepText step;
    step.id = id;
    step.url = url;
    step.text = text;
    add(step, phase);
  }
  [[nodiscard]] std::vector<Step> take() { return std::move(steps_); }

 private:
  /// The inputs and the flow itself, which steps may ask for.
  [[nodiscard]] const Inputs& with_flow() {
    if (all_.empty()) {
      all_ = in_.inputs;
      all_["flow"] = InputState{in_.decision.flow, Strength::certain, false, {}};
    }
    return all_;
  }

  const ChecklistInput& in_;
  Inputs all_;
  std::vector<Step> steps_;
  std::set<std::string> seen_;
};

const std::vector<StepText>* list_of(const Idp& idp, const std::string& list) {
  const auto found = idp.lists.find(list);
  return found == idp.lists.end() ? nullptr : &found->second;
}

void insert_list(const ChecklistInput& in, const std::string& list, const std::string& phase, Steps& out) {
  const std::vector<StepText>* steps = list_of(*in.evidence.idp, list);
  if (steps == nullptr) steps = list_of(in.knowledge.idp("generic"), list);
  if (steps != nullptr) out.add_all(*steps, phase);
}

void insert_enable(const ChecklistInput& in, const std::string& phase, Steps& out) {
  const Idp& idp = *in.evidence.idp;
  const auto support = idp.supports.find(in.decision.flow);
  if (support == idp.supports.end() || support->second.value == Support::Value::unknown) {
    out.add_plain("IN-12", "Look whether " + idp.title + " has this: " + title_of_flow(in.decision.flow, in.knowledge) + ".", phase);
  } else if (!support->second.note.empty()) {
    StepText note;
    note.id = "IN-12";
    note.text = "Mind what " + idp.title + " has of it: " + support->second.note + ".";
    out.add(note, phase, support->second.verify);
  }
  const Idp& generic = in.knowledge.idp("generic");
  for (const auto& [from, flow] : {std::pair(&idp, in.decision.flow), std::pair(&idp, std::string("any")),
                                   std::pair(&generic, in.decision.flow), std::pair(&generic, std::string("any"))})
    if (const auto steps = from->enable.find(flow); steps != from->enable.end())
      return out.add_all(steps->second, phase);
}

std::string place_of(const Finding& f) {
  return printable(f.where.path) + (f.where.line > 0 ? ":" + std::to_string(f.where.line) : "");
}

void insert_library(const ChecklistInput& in, const std::string& phase, Steps& out) {
  for (const auto& [library, finding] : libraries_of(in)) {
    const auto own = library->use.find(in.decision.flow);
    const auto use = own != library->use.end() ? own : library->use.find("any");
    if (use == library->use.end()) continue;
    out.add_plain("LIB-" + library->id, "In " + place_of(*finding) + ": " + filled(use->second, in.names.text), phase, library->url);
  }
  std::string places;
  const auto& asks = in.evidence.asks;
  for (std::size_t i = 0; i < std::min(asks.size(), kShownPlaces); ++i) places += (i == 0 ? "" : ", ") + place_of(*asks[i]);
  if (asks.size() > kShownPlaces) places += " and " + std::to_string(asks.size() - kShownPlaces) + " more";
  if (!places.empty()) out.add_plain("COM-C", "Take the password sign-in out of the code: " + places + ".", phase);
}

void insert_cases(const ChecklistInput& in, const std::string& phase, Steps& out) {
  for (const Case* one : cases_of(in)) out.add_all(one->steps, phase);
}

}  // namespace

std::vector<const Case*> cases_of(const ChecklistInput& in) {
  Inputs all = in.inputs;
  all["flow"] = InputState{in.decision.flow, Strength::certain, false, {}};
  std::vector<const Case*> out;
  for (const Case& one : in.knowledge.cases)
    if (all_hold(one.when, all) && (one.evidence.empty() || in.evidence.has(one.evidence))) out.push_back(&one);
  std::sort(out.begin(), out.end(), [](const Case* a, const Case* b) { return a->id < b->id; });
  return out;
}

std::vector<std::pair<const Library*, const Finding*>> libraries_of(const ChecklistInput& in) {
  std::vector<std::pair<const Library*, const Finding*>> out;
  for (const Library& library : in.knowledge.libraries)
    for (const Finding* finding : in.evidence.asks)
      if (library.rule->found_in(finding->rule_id)) {
        out.emplace_back(&library, finding);
        break;
      }
  return out;
}

std::vector<Step> checklist_for(const ChecklistInput& in) {
  Steps out(in);
  for (const StepText& step : in.knowledge.checklists.at(in.decision.rule->checklist).steps) {
    if (step.insert.empty()) {
      out.add(step, step.phase);
    } else if (step.insert == "flow") {
      out.add_all(in.knowledge.flows.at(in.decision.flow).steps, step.phase);
    } else if (step.insert == "enable") {
      insert_enable(in, step.phase, out);
    } else if (step.insert == "library") {
      insert_library(in, step.phase, out);
    } else if (step.insert == "case") {
      insert_cases(in, step.phase, out);
    } else {
      insert_list(in, step.insert, step.phase, out);
    }
  }
  return out.take();
}

}  // namespace ropc::advice
