#include "scanner/gate/gate.h"

#include <hs/hs.h>

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "scanner/gate/atoms.h"

namespace ropc::scanner {
namespace {

struct DatabaseDeleter {
  void operator()(hs_database_t* database) const noexcept { hs_free_database(database); }
};
struct ScratchDeleter {
  void operator()(hs_scratch_t* scratch) const noexcept { hs_free_scratch(scratch); }
};
struct CompileErrorDeleter {
  void operator()(hs_compile_error_t* error) const noexcept { hs_free_compile_error(error); }
};

}  // namespace

struct Gate::State {
  std::unique_ptr<hs_database_t, DatabaseDeleter> database;
  std::vector<std::vector<std::uint32_t>> rules_of_atom;
  std::vector<std::uint32_t> always;  ///< rules without atoms
  std::size_t rules = 0;
};

struct Gate::Scratch::State {
  std::unique_ptr<hs_scratch_t, ScratchDeleter> memory;
  std::vector<unsigned> seen;  ///< atoms of the last text, in order of their ends
};

Gate::Gate(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Gate::Gate(Gate&&) noexcept = default;
Gate& Gate::operator=(Gate&&) noexcept = default;
Gate::~Gate() = default;

Gate::Scratch::Scratch(const Gate& gate) : state_(std::make_unique<State>()) {
  hs_scratch_t* memory = nullptr;
  if (gate.state_->database && hs_alloc_scratch(gate.state_->database.get(), &memory) == HS_SUCCESS)
    state_->memory.reset(memory);
  state_->seen.reserve(gate.state_->rules_of_atom.size());
}
Gate::Scratch::Scratch(Scratch&&) noexcept = default;
Gate::Scratch::~Scratch() = default;

Result<Gate> Gate::compile(const rules::RuleSet& rules) {
  auto state = std::make_unique<State>();
  state->rules = rules.rules.size();
  std::map<std::string, std::vector<std::uint32_t>> by_atom;
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    if (rules.rules[i].status == rules::Rule::Status::retired) continue;
    const std::vector<std::string> atoms = atoms_of(rules.rules[i]);
    if (atoms.empty()) state->always.push_back(i);
    for (const std::string& atom : atoms) by_atom[atom].push_back(i);
  }
  std::vector<const char*> texts;
  std::vector<std::size_t> lengths;
  std::vector<unsigned> ids;
  for (auto& [atom, list] : by_atom) {
    ids.push_back(static_cast<unsigned>(texts.size()));
    texts.push_back(atom.data());
    lengths.push_back(atom.size());
    state->rules_of_atom.push_back(list);
  }
  if (!texts.empty()) {
    const std::vector<unsigned> flags(texts.size(), HS_FLAG_CASELESS | HS_FLAG_SINGLEMATCH);
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), lengths.data(), static_cast<unsigned>(texts.size()),
                             HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS) {
      const std::unique_ptr<hs_compile_error_t, CompileErrorDeleter> owned(error);
      return fail(ErrorCode::unsupported, std::string("the rules' literals cannot be compiled: ") +
                                              (error != nullptr ? error->message : "unknown reason"));
    }
    state->database.reset(database);
  }
  return Gate(std::move(state));
}

bool Gate::passes(std::string_view text, Scratch& scratch) const {
  std::vector<unsigned>& seen = scratch.state_->seen;
  seen.clear();
  if (!state_->database) return !state_->always.empty();
  const auto note = [](unsigned id, unsigned long long, unsigned long long, unsigned, void* list) {
    static_cast<std::vector<unsigned>*>(list)->push_back(id);
    return 0;
  };
  const auto size = static_cast<unsigned>(std::min<std::size_t>(text.size(), std::numeric_limits<unsigned>::max()));
  if (hs_scan(state_->database.get(), text.data(), size, 0, scratch.state_->memory.get(), note, &seen) != HS_SUCCESS) {
    // Never lose a file to the gate: what it cannot tell is possible.
    seen.clear();
    for (unsigned i = 0; i < state_->rules_of_atom.size(); ++i) seen.push_back(i);
  }
  return !seen.empty() || !state_->always.empty();
}

std::vector<bool> Gate::possible(const Scratch& scratch) const {
  std::vector<bool> out(state_->rules, false);
  for (const std::uint32_t rule : state_->always) out[rule] = true;
  for (const unsigned atom : scratch.state_->seen)
    for (const std::uint32_t rule : state_->rules_of_atom[atom]) out[rule] = true;
  return out;
}

}  // namespace ropc::scanner
