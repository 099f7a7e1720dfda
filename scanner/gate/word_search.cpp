#include "scanner/gate/word_search.h"

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

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

struct Question {
  std::string_view text;
  const std::vector<std::size_t>* lengths;
  bool found = false;
};

/// A match ends at `to`; a whole word stops the search.
int note(unsigned id, unsigned long long, unsigned long long to, unsigned, void* context) {
  auto& question = *static_cast<Question*>(context);
  const std::size_t length = (*question.lengths)[id];
  const std::size_t begin = static_cast<std::size_t>(to) - length;
  const bool open = begin == 0 || !word_char(question.text[begin - 1]);
  const bool closed = to >= question.text.size() || !word_char(question.text[static_cast<std::size_t>(to)]);
  question.found = open && closed;
  return question.found ? 1 : 0;
}

}  // namespace

struct WordSearch::State {
  std::unique_ptr<hs_database_t, DatabaseDeleter> database;
  std::vector<std::size_t> lengths;
};

struct WordSearch::Scratch::State {
  std::unique_ptr<hs_scratch_t, ScratchDeleter> memory;
};

WordSearch::WordSearch(std::unique_ptr<const State> state) : state_(std::move(state)) {}
WordSearch::WordSearch(WordSearch&&) noexcept = default;
WordSearch& WordSearch::operator=(WordSearch&&) noexcept = default;
WordSearch::~WordSearch() = default;

WordSearch::Scratch::Scratch(const WordSearch& search) : state_(std::make_unique<State>()) {
  hs_scratch_t* memory = nullptr;
  if (search.state_->database && hs_alloc_scratch(search.state_->database.get(), &memory) == HS_SUCCESS) state_->memory.reset(memory);
}
WordSearch::Scratch::Scratch(Scratch&&) noexcept = default;
WordSearch::Scratch::~Scratch() = default;

Result<WordSearch> WordSearch::compile(const std::vector<std::string>& words) {
  auto state = std::make_unique<State>();
  std::vector<const char*> texts;
  std::vector<unsigned> ids;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    ids.push_back(static_cast<unsigned>(texts.size()));
    texts.push_back(word.data());
    state->lengths.push_back(word.size());
  }
  if (!texts.empty()) {
    const std::vector<unsigned> flags(texts.size(), 0);
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), state->lengths.data(), static_cast<unsigned>(texts.size()),
                             HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS) {
      const std::unique_ptr<hs_compile_error_t, CompileErrorDeleter> owned(error);
      return fail(ErrorCode::unsupported,
                  std::string("names cannot be searched for: ") + (error != nullptr ? error->message : "unknown reason"));
    }
    state->database.reset(database);
  }
  return WordSearch(std::move(state));
}

bool WordSearch::any_in(std::string_view text, Scratch& scratch) const {
  if (!state_->database) return false;
  text = text.substr(0, std::numeric_limits<unsigned>::max());
  Question question{text, &state_->lengths};
  const hs_error_t end = hs_scan(state_->database.get(), text.data(), static_cast<unsigned>(text.size()), 0,
                                 scratch.state_->memory.get(), note, &question);
  // What the search cannot tell is possible.
  return question.found || (end != HS_SUCCESS && end != HS_SCAN_TERMINATED);
}

}  // namespace ropc::scanner
