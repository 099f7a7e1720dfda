#pragma once

#include <memory>
#include <string>
#include <vector>

#include "inventory/log_files.h"
#include "inventory/sqlite.h"
#include "model/report.h"
#include "model/usage_sink.h"

namespace ropc::inventory {

/// The usage of one client as the logs of one tenant show it.
struct UsageRow {
  ClientKey key;      ///< tenant: its name where a TenantName tells it, else its id
  std::string name;   ///< display name, where a log writes one
  bool noise = false; ///< spray, unknown apps, legacy mail: not a client's own use
  ClientUsage usage;
};

/// Sign-in events in SQLite, each counted once however often it was read (DESIGN.md §2: copies of one log,
/// overlapping pages, log lines and stored events of the same sign-ins). What is stored does not depend on the order
/// in which inputs are read, nor on how often.
class UsageStore final : public UsageSink {
 public:
  explicit UsageStore(Database& database);
  ~UsageStore() override;
  UsageStore(const UsageStore&) = delete;
  UsageStore& operator=(const UsageStore&) = delete;

  void begin_input(const InputLabel& input) override;
  void add(const LogEvent& event) override;
  void add(const JoinRules& rules) override;
  void add(const TenantName& name) override;
  void add(const DayCoverage& coverage) override;
  void add(Diagnostic diagnostic) override;
  void whole(std::optional<std::uint64_t> lines) override;
  void end_input() override;
  void abandon_input() override;

  [[nodiscard]] std::optional<KnownLog> known_log(const std::string& label);
  /// See Inventory.
  [[nodiscard]] bool must_read_from_start() const;

  /// All clients with events, sorted by key.
  [[nodiscard]] std::vector<UsageRow> usage() const;
  /// What was read, per idp, tenant and format; sorted.
  [[nodiscard]] std::vector<LogCoverage> coverage() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ropc::inventory
