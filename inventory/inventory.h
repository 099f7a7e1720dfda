#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/result.h"
#include "model/evidence_sink.h"
#include "model/report.h"
#include "model/usage_sink.h"

namespace ropc::inventory {

/// The evidence in SQLite, per client. One writer. SQL stands in this folder and nowhere else.
class Inventory {
 public:
  /// Opens or makes the database file (":memory:" for none), migrates it to this version. Fails with
  /// ErrorCode::database when it is no inventory, or one of a newer version.
  static Result<std::unique_ptr<Inventory>> open(const std::string& path);
  ~Inventory();

  /// Replaces the findings of the tree `root` by what is added until finish_scan().
  Result<void> begin_scan(const std::string& root);
  Result<void> finish_scan(const ScanCoverage& coverage);
  EvidenceSink& evidence();
  UsageSink& usage();
  /// First database error of the sinks, if any; sinks themselves cannot fail.
  [[nodiscard]] Result<void> health() const;

  /// The join: every client with its evidence and status; no recommendation yet.
  [[nodiscard]] Result<Report> report() const;

 private:
  struct Impl;
  explicit Inventory(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ropc::inventory
