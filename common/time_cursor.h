#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ropc {

/// Reads numbers, separators and words of a time stamp from the left. What does not fit takes nothing.
struct TimeCursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  [[nodiscard]] bool digit(std::size_t ahead = 0) const { return peek(ahead) >= '0' && peek(ahead) <= '9'; }
  [[nodiscard]] bool done() const { return at == text.size(); }

  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  void blanks() {
    while (peek() == ' ') ++at;
  }
  /// `least` to `most` digits (at most 9); -1 when there are fewer.
  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t n = 0;
    for (; n < most && digit(n); ++n) value = value * 10 + (peek(n) - '0');
    if (n < least) return -1;
    at += n;
    return value;
  }
  /// '.' or ',' and digits, in nanoseconds; digits after the ninth are dropped. 0 when none stand here.
  std::int64_t fraction() {
    if ((peek() != '.' && peek() != ',') || !digit(1)) return 0;
    ++at;
    std::int64_t value = 0;
    for (std::int64_t unit = 100'000'000; digit(); ++at, unit /= 10) value += unit * (peek() - '0');
    return value;
  }
  /// ASCII letters.
  std::string_view word() {
    const std::size_t from = at;
    while ((peek() >= 'A' && peek() <= 'Z') || (peek() >= 'a' && peek() <= 'z')) ++at;
    return text.substr(from, at - from);
  }
};

}  // namespace ropc
