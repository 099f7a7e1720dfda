#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>

#include "inventory/sqlite.h"
#include "model/report.h"

namespace ropc::inventory {

/// Adds up what the attempts of a client tell beside who and when (usage_about). Memory does not grow with the number of
/// attempts. While one is at work, the temporary table usage_profile is its own.
class ProfileCounter {
 public:
  explicit ProfileCounter(Database& database);

  /// Attempts that are counted whatever the source, and those of which the kind of source counts that holds most.
  static constexpr int kSure = 3;

  /// `kind`: a SourceKind, or kSure. `own`: of a class that is the client's own use.
  void add(std::int64_t client, bool own, int kind, std::int64_t about, std::uint64_t n);
  /// Fills the profiles: addresses, user agents, resources, scopes, factors, signs of spraying.
  void finish(const std::function<ClientUsage&(std::int64_t client, bool own)>& usage);

 private:
  struct Key {
    std::int64_t client;
    std::int64_t about;
    int kind;
    bool own;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  void flush();

  Database& database_;
  Statement add_;
  std::unordered_map<Key, std::uint64_t, Hash> pending_;
};

}  // namespace ropc::inventory
