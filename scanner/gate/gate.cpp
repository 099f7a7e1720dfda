#include "scanner/gate/gate.h"

#include <algorithm>
#include <cstdint>
#include <future>
#include <map>
#include <string>
#include <utility>

#include "scanner/gate/atoms.h"
#include "scanner/gate/literals.h"
#include "scanner/language.h"

namespace ropc::scanner {
namespace {

/// A condition with numbers for its atoms: those of the first set by the first pass, the others by the second.
struct Numbered {
  std::uint32_t rule = 0;
  std::vector<unsigned> first;
  std::vector<std::vector<unsigned>> others;
};

/// What kinds of documents a rule is for.
struct Reach {
  std::vector<std::string> languages;
  bool settings_only = false;
};

Reach reach_of(const rules::Rule& rule) {
  const auto setting = [](const rules::Match& match) { return std::holds_alternative<rules::SettingMatch>(match); };
  return {rule.languages, std::all_of(rule.any.begin(), rule.any.end(), setting)};
}

/// Gives each word a number, in the order of their first use.
class Numbers {
 public:
  unsigned operator()(const std::string& word) {
    const auto [at, fresh] = numbers_.try_emplace(word, static_cast<unsigned>(words_.size()));
    if (fresh) words_.push_back(word);
    return at->second;
  }
  std::vector<unsigned> operator()(const AtomSet& set) {
    std::vector<unsigned> out;
    for (const std::string& word : set) out.push_back((*this)(word));
    return out;
  }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

 private:
  std::map<std::string, unsigned> numbers_;
  std::vector<std::string> words_;
};

}  // namespace

struct Gate::State {
  State(Literals first_pass, Literals second_pass) : first(std::move(first_pass)), second(std::move(second_pass)) {}
  Literals first, second;
  std::vector<Numbered> conditions;
  std::vector<std::vector<std::uint32_t>> conditions_of_atom;  ///< by number in the first pass
  std::vector<std::uint32_t> always;                           ///< rules that any file may fulfil
  std::vector<Reach> reaches;                                  ///< by rule
  std::size_t first_atoms = 0, second_atoms = 0;
};

struct Gate::Scratch::State {
  explicit State(const Gate::State& gate)
      : first(gate.first), second(gate.second), second_here(gate.second_atoms), possible(gate.reaches.size()) {
    found.reserve(std::max(gate.first_atoms, gate.second_atoms));
    candidates.reserve(gate.conditions.size());
  }
  Literals::Memory first, second;
  std::vector<unsigned> found;
  std::vector<std::uint32_t> candidates;
  std::vector<bool> second_here;
  std::vector<bool> possible;
};

Gate::Gate(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Gate::Gate(Gate&&) noexcept = default;
Gate& Gate::operator=(Gate&&) noexcept = default;
Gate::~Gate() = default;

Gate::Scratch::Scratch(const Gate& gate) : state_(std::make_unique<State>(*gate.state_)) {}
Gate::Scratch::Scratch(Scratch&&) noexcept = default;
Gate::Scratch::~Scratch() = default;

Result<Gate> Gate::compile(const rules::RuleSet& rules) {
  Numbers first;
  Numbers second;
  std::vector<Numbered> conditions;
  std::vector<std::uint32_t> always;
  for (std::uint32_t rule = 0; rule < rules.rules.size(); ++rule) {
    if (rules.rules[rule].status == rules::Rule::Status::retired) continue;
    for (const Condition& condition : conditions_of(rules.rules[rule])) {
      if (condition.empty()) {
        always.push_back(rule);
        continue;
      }
      Numbered numbered{rule, first(condition.front()), {}};
      for (std::size_t i = 1; i < condition.size(); ++i) numbered.others.push_back(second(condition[i]));
      conditions.push_back(std::move(numbered));
    }
  }
  // Compiling is most of what a small scan costs, and the two passes have nothing to do with each other.
  auto aside = std::async(std::launch::async, [&] { return Literals::compile(second.words()); });
  auto first_pass = Literals::compile(first.words());
  auto second_pass = aside.get();
  if (!first_pass) return fail(first_pass.error());
  if (!second_pass) return fail(second_pass.error());
  auto state = std::make_unique<State>(*std::move(first_pass), *std::move(second_pass));
  state->first_atoms = first.words().size();
  state->second_atoms = second.words().size();
  for (const rules::Rule& rule : rules.rules) state->reaches.push_back(reach_of(rule));
  state->conditions_of_atom.resize(state->first_atoms);
  for (std::uint32_t i = 0; i < conditions.size(); ++i)
    for (const unsigned atom : conditions[i].first) state->conditions_of_atom[atom].push_back(i);
  state->conditions = std::move(conditions);
  state->always = std::move(always);
  return Gate(std::move(state));
}

bool Gate::passes(std::string_view text, Scratch& scratch) const {
  Scratch::State& memory = *scratch.state_;
  state_->first.find(text, memory.first, memory.found);
  if (memory.found.empty() && state_->always.empty()) return false;
  memory.candidates.clear();
  for (const unsigned atom : memory.found)
    memory.candidates.insert(memory.candidates.end(), state_->conditions_of_atom[atom].begin(),
                             state_->conditions_of_atom[atom].end());
  memory.possible.assign(state_->reaches.size(), false);
  for (const std::uint32_t rule : state_->always) memory.possible[rule] = true;
  bool any = !state_->always.empty();
  memory.second_here.assign(state_->second_atoms, false);
  state_->second.find(text, memory.second, memory.found);
  for (const unsigned atom : memory.found) memory.second_here[atom] = true;
  for (const std::uint32_t candidate : memory.candidates) {
    const Numbered& condition = state_->conditions[candidate];
    const bool holds = std::all_of(condition.others.begin(), condition.others.end(), [&](const std::vector<unsigned>& set) {
      return std::any_of(set.begin(), set.end(), [&](unsigned atom) { return memory.second_here[atom]; });
    });
    if (holds) any = memory.possible[condition.rule] = true;
  }
  return any;
}

bool Gate::fits(std::string_view language, Scratch& scratch) const {
  std::vector<bool>& possible = scratch.state_->possible;
  if (is_plain_code(language)) {
    for (std::size_t rule = 0; rule < possible.size(); ++rule) {
      const Reach& reach = state_->reaches[rule];
      if (possible[rule] && (reach.settings_only || !rules::is_for(reach.languages, language))) possible[rule] = false;
    }
  }
  return std::find(possible.begin(), possible.end(), true) != possible.end();
}

std::vector<bool> Gate::possible(const Scratch& scratch) const { return scratch.state_->possible; }

}  // namespace ropc::scanner
