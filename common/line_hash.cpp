#include "common/line_hash.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>

#include <fmt/format.h>

#include "common/utf8.h"

namespace ropc {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kBase = 37;
constexpr std::uint16_t kEndOfFile = 0xFFFF;

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t out = 1;
  for (std::size_t i = 0; i < exponent; ++i) out *= base;  // wraps, as the hash does
  return out;
}
constexpr std::uint64_t kLeaving = power(kBase, kWindow);

/// The hash of a line is complete a window's length after the line's start, so marks of line starts travel in a ring
/// beside the units.
class Roller {
 public:
  explicit Roller(std::unordered_map<std::uint32_t, std::string>& wanted) : wanted_(wanted) {}

  /// One UTF-16 code unit of the file.
  void add(std::uint16_t unit) {
    if (unit == ' ' || unit == '\t' || (after_cr_ && unit == '\n')) {
      after_cr_ = false;
      return;
    }
    after_cr_ = unit == '\r';
    accept(after_cr_ ? std::uint16_t{'\n'} : unit);
  }

  /// After the last unit.
  void finish() {
    add(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) {
      give();
      roll(0);
    }
  }

 private:
  void accept(std::uint16_t unit) {
    give();
    if (at_line_start_) marks_[at_] = ++line_;
    at_line_start_ = unit == '\n';
    roll(unit);
  }

  void give() {
    const std::uint32_t line = marks_[at_];
    if (line == 0) return;
    marks_[at_] = 0;
    const std::uint32_t count = ++counts_[hash_];
    const auto found = wanted_.find(line);
    if (found != wanted_.end()) found->second = fmt::format("{:x}:{}", hash_, count);
  }

  void roll(std::uint16_t unit) {
    hash_ = kBase * hash_ + unit - kLeaving * ring_[at_];
    ring_[at_] = unit;
    at_ = (at_ + 1) % kWindow;
  }

  std::unordered_map<std::uint32_t, std::string>& wanted_;
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  std::array<std::uint16_t, kWindow> ring_{};
  std::array<std::uint32_t, kWindow> marks_{};  ///< line that starts here; 0: none
  std::uint64_t hash_ = 0;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;
  bool at_line_start_ = true;
  bool after_cr_ = false;
};

}  // namespace

std::vector<std::string> line_hashes(std::string_view text, const std::vector<std::uint32_t>& lines) {
  std::unordered_map<std::uint32_t, std::string> wanted;
  for (const std::uint32_t line : lines) wanted.try_emplace(std::max(line, 1U));
  Roller roller(wanted);
  while (!text.empty()) {
    const Utf8Char c = decode_utf8(text);
    if (c.value >= 0x10000) {
      roller.add(static_cast<std::uint16_t>(0xD800U + ((c.value - 0x10000U) >> 10U)));
      roller.add(static_cast<std::uint16_t>(0xDC00U + ((c.value - 0x10000U) & 0x3FFU)));
    } else {
      roller.add(static_cast<std::uint16_t>(c.value));
    }
    text.remove_prefix(c.length);
  }
  roller.finish();
  std::vector<std::string> out;
  out.reserve(lines.size());
  for (const std::uint32_t line : lines) out.push_back(wanted[std::max(line, 1U)]);
  return out;
}

}  // namespace ropc
