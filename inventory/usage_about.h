#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "inventory/sqlite.h"
#include "model/log_event.h"

namespace ropc::inventory {

/// A user agent, resource, scope or factor as it is kept: valid UTF-8, redacted, 120 bytes at most. Of what was kept
/// already, the same.
std::string kept_text(std::string_view text);

/// The rows of usage_about: what an attempt tells beside who and when (address, user agent, resource, scope, factors).
class AboutStore {
 public:
  explicit AboutStore(Database& database);

  /// The row of what `event` tells; 0: it tells nothing of the kind.
  std::int64_t id_of(const LogEvent& event);
  /// Of two copies or parts of one sign-in: of each value the larger, so that the order in which they came is the same.
  std::int64_t merged(std::int64_t a, std::int64_t b);
  /// After a rollback, which may have taken rows away.
  void forget();

 private:
  static constexpr std::size_t kTexts = 4;
  struct Row {
    Digest address;
    std::array<std::string, kTexts> texts;
  };
  Row row(std::int64_t id);
  std::int64_t id_of(const Row& row);
  std::int64_t word_id(const std::string& word);

  Database& database_;
  Statement find_, add_, row_, find_word_, add_word_;
  std::unordered_map<std::string, std::int64_t> known_;
  std::string key_;
};

}  // namespace ropc::inventory
