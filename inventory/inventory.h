#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/result.h"
#include "inventory/log_files.h"
#include "model/evidence_sink.h"
#include "model/report.h"
#include "model/usage_sink.h"

namespace ropc::inventory {

/// The evidence in SQLite, per client. One writer, one thread. SQL stands in this folder and nowhere else.
class Inventory {
 public:
  enum class InputKind : std::uint8_t { tree, config_export };

  /// Opens or makes the database file (":memory:" for none) and migrates it to this version. Fails with
  /// ErrorCode::database when it is no inventory, or one of a newer version.
  static Result<std::unique_ptr<Inventory>> open(const std::string& path);
  ~Inventory();
  Inventory(const Inventory&) = delete;
  Inventory& operator=(const Inventory&) = delete;

  /// What is added to evidence() until commit_input() replaces what an earlier input of this kind and label said.
  /// Without commit_input() the inventory stays as it was.
  void begin_input(InputKind kind, const std::string& label);
  void commit_input();
  void commit_input(const ScanCoverage& coverage);
  void abandon_input();
  /// For findings, facts and tenant names; diagnostics outside an input are kept for this run only.
  EvidenceSink& evidence();
  /// For sign-in logs, which begin and end their inputs themselves.
  UsageSink& usage();
  /// The log file that was read to its end under this label, if it was.
  [[nodiscard]] std::optional<KnownLog> known_log(const std::string& label);
  /// The last input of usage() that was to go on from what was read before cannot be counted without it, and is not
  /// kept: the file must be read from its start.
  [[nodiscard]] bool must_read_from_start() const;
  /// First database error, if any; the sinks themselves cannot fail.
  [[nodiscard]] Result<void> health() const;

  /// The join: every client with its evidence and status, sorted; no recommendation and no rule words yet.
  [[nodiscard]] Result<Report> report() const;

 private:
  struct Impl;
  explicit Inventory(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ropc::inventory
