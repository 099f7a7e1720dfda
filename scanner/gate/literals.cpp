#include "scanner/gate/literals.h"

#include <hs/hs.h>

#include <algorithm>
#include <limits>
#include <utility>

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

struct Literals::State {
  std::unique_ptr<hs_database_t, DatabaseDeleter> database;
  std::size_t count = 0;
};

struct Literals::Memory::State {
  std::unique_ptr<hs_scratch_t, ScratchDeleter> scratch;
};

Literals::Literals(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Literals::Literals(Literals&&) noexcept = default;
Literals& Literals::operator=(Literals&&) noexcept = default;
Literals::~Literals() = default;

Literals::Memory::Memory(const Literals& literals) : state_(std::make_unique<State>()) {
  hs_scratch_t* scratch = nullptr;
  if (literals.state_->database && hs_alloc_scratch(literals.state_->database.get(), &scratch) == HS_SUCCESS)
    state_->scratch.reset(scratch);
}
Literals::Memory::Memory(Memory&&) noexcept = default;
Literals::Memory::~Memory() = default;

Result<Literals> Literals::compile(const std::vector<std::string>& literals) {
  auto state = std::make_unique<State>();
  state->count = literals.size();
  if (literals.empty()) return Literals(std::move(state));
  std::vector<const char*> texts;
  std::vector<std::size_t> lengths;
  std::vector<unsigned> ids;
  for (const std::string& literal : literals) {
    // An empty literal makes the library's compiler read outside of its memory (seen in 5.4.0).
    if (literal.empty()) return fail(ErrorCode::schema, "a rule has an empty literal among its atoms");
    ids.push_back(static_cast<unsigned>(texts.size()));
    texts.push_back(literal.data());
    lengths.push_back(literal.size());
  }
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
  return Literals(std::move(state));
}

void Literals::find(std::string_view text, Memory& memory, std::vector<unsigned>& found) const {
  found.clear();
  if (!state_->database) return;
  const auto note = [](unsigned id, unsigned long long, unsigned long long, unsigned, void* list) {
    static_cast<std::vector<unsigned>*>(list)->push_back(id);
    return 0;
  };
  const bool fits = text.size() <= std::numeric_limits<unsigned>::max();
  if (fits && hs_scan(state_->database.get(), text.data(), static_cast<unsigned>(text.size()), 0,
                      memory.state_->scratch.get(), note, &found) == HS_SUCCESS)
    return;
  found.clear();
  for (unsigned i = 0; i < state_->count; ++i) found.push_back(i);
}

}  // namespace ropc::scanner
