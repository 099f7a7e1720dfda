#pragma once

#include <utility>
#include <vector>

#include "model/evidence_sink.h"

namespace ropc::test {

/// Keeps the findings and diagnostics of a scan, in the order in which they came.
struct CollectedEvidence : EvidenceSink {
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;
  void add(Finding finding) override { findings.push_back(std::move(finding)); }
  void add(IdpFact) override {}
  void add(TenantName) override {}
  void add(Diagnostic diagnostic) override { diagnostics.push_back(std::move(diagnostic)); }
};

}  // namespace ropc::test
