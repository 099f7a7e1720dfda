#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace ropc::scanner {

/// Tells whether a text holds any of a few words, whole (no letter, digit or '_' around it) and in their letter case.
/// Immutable; each thread asks through a Scratch of its own.
class WordSearch {
 public:
  static Result<WordSearch> compile(const std::vector<std::string>& words);

  WordSearch(WordSearch&&) noexcept;
  WordSearch& operator=(WordSearch&&) noexcept;
  ~WordSearch();

  /// Memory of one thread.
  class Scratch {
   public:
    explicit Scratch(const WordSearch& search);
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) = delete;
    ~Scratch();

   private:
    friend class WordSearch;
    struct State;
    std::unique_ptr<State> state_;
  };

  [[nodiscard]] bool any_in(std::string_view text, Scratch& scratch) const;

 private:
  struct State;
  explicit WordSearch(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace ropc::scanner
