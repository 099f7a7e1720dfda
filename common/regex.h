#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace ropc {

/// A compiled RE2 pattern: linear time on any input, bounded memory, immutable, shared by all threads. Bytes, not
/// characters: `.` and classes are ASCII; (?i) works.
class Regex {
 public:
  /// Fails with ErrorCode::syntax and RE2's own sentence.
  static Result<Regex> compile(const std::string& pattern);

  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  struct Span {
    std::size_t begin = std::string_view::npos;  ///< npos: the group took no part in the match
    std::size_t end = std::string_view::npos;
    [[nodiscard]] bool matched() const { return begin != std::string_view::npos; }
    [[nodiscard]] std::string_view of(std::string_view text) const {
      return matched() ? text.substr(begin, end - begin) : std::string_view();
    }
  };

  /// Sets of literals, lower case: of each set at least one (in any letter case) stands in every text that `pattern`
  /// matches. The first set has as few and as long ones as can be had, the others are single literals. Empty: there are
  /// none, or the pattern is wrong.
  static std::vector<std::vector<std::string>> needed_literals(const std::string& pattern);

  [[nodiscard]] bool found_in(std::string_view text) const;
  [[nodiscard]] bool matches_all_of(std::string_view text) const;
  /// Finds the leftmost match at or after `from`; spans[0] is the whole match, the rest its groups. False: none.
  bool find(std::string_view text, std::size_t from, std::vector<Span>& spans) const;
  [[nodiscard]] int groups() const;
  /// Number of the group of that name.
  [[nodiscard]] std::optional<int> group(const std::string& name) const;

 private:
  struct Impl;
  explicit Regex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ropc
