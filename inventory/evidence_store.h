#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inventory/sqlite.h"
#include "model/evidence_sink.h"

namespace ropc::inventory {

/// Findings, facts, tenant names and diagnostics as rows, grouped by the input they came from.
class EvidenceStore final : public EvidenceSink {
 public:
  explicit EvidenceStore(Database& database);

  /// Starts a transaction in which the rows of (kind, label) are replaced.
  void begin_input(const std::string& kind, const std::string& label);
  void commit_input(const std::optional<ScanCoverage>& coverage);
  void abandon_input();

  void add(Finding finding) override;
  void add(IdpFact fact) override;
  void add(TenantName name) override;
  void add(Diagnostic diagnostic) override;

  /// All findings, by path, line and rule.
  [[nodiscard]] std::vector<Finding> findings() const;
  /// All facts, by key and kind; equal statements of several inputs once.
  [[nodiscard]] std::vector<IdpFact> facts() const;
  [[nodiscard]] std::vector<TenantName> tenant_names() const;
  [[nodiscard]] std::vector<Diagnostic> diagnostics() const;
  /// Of all trees together; nothing when no tree was read.
  [[nodiscard]] std::optional<ScanCoverage> scan_coverage() const;

 private:
  Database& database_;
  std::unique_ptr<Transaction> transaction_;
  std::int64_t input_ = 0;
  std::vector<Diagnostic> run_diagnostics_;
  Statement add_finding_, add_fact_, add_name_, add_diagnostic_;
};

}  // namespace ropc::inventory
