#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::logparsers {

/// The values of one record that any format asks for, by slot (PathSet::add). Reused between records; views live
/// until the next clear().
class FieldTable {
 public:
  enum class Kind : std::uint8_t { none, null, text, number, boolean, raw };
  struct Value {
    std::string_view text;  ///< strings unescaped; numbers, booleans, objects and arrays as they are written
    Kind kind = Kind::none;
  };

  explicit FieldTable(std::size_t slots) : values_(slots), stamps_(slots, 0) {}

  void clear() {
    if (++stamp_ == 0) {
      stamps_.assign(stamps_.size(), 0);
      stamp_ = 1;
    }
    filled_.clear();
    owned_.clear();
  }

  /// The first value of a slot stays.
  void set(int slot, Value value) {
    const auto i = static_cast<std::size_t>(slot);
    if (stamps_[i] == stamp_) return;
    stamps_[i] = stamp_;
    values_[i] = value;
    filled_.push_back(slot);
  }

  [[nodiscard]] bool has(int slot) const { return stamps_[static_cast<std::size_t>(slot)] == stamp_; }
  [[nodiscard]] Value get(int slot) const {
    return has(slot) ? values_[static_cast<std::size_t>(slot)] : Value{};
  }
  /// The text of a value that says something; empty for null and for words that stand for "nothing" in logs.
  [[nodiscard]] std::string_view text(int slot) const;

  /// Number of slots filled so far, and taking back what was filled after it.
  [[nodiscard]] std::size_t mark() const { return filled_.size(); }
  void roll_back(std::size_t mark) {
    for (; filled_.size() > mark; filled_.pop_back()) stamps_[static_cast<std::size_t>(filled_.back())] = 0;
  }

  /// Copies the texts of what was filled after `mark`, so that they outlive the buffers they point into.
  void own_since(std::size_t mark) {
    for (std::size_t i = mark; i < filled_.size(); ++i) {
      Value& value = values_[static_cast<std::size_t>(filled_[i])];
      value.text = own(std::string(value.text));
    }
  }

  /// Keeps a text until the next clear().
  std::string_view own(std::string text) { return owned_.emplace_back(std::move(text)); }

 private:
  std::vector<Value> values_;
  std::vector<std::uint32_t> stamps_;
  std::vector<int> filled_;
  std::deque<std::string> owned_;
  std::uint32_t stamp_ = 1;
};

/// Whether a log's value stands for "nothing": "", "-", "null", "N/A", "unknown", "undefined".
bool says_nothing(std::string_view text);

}  // namespace ropc::logparsers
