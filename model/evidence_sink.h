#pragma once

#include "model/coverage.h"
#include "model/diagnostic.h"
#include "model/finding.h"
#include "model/idp_fact.h"

namespace ropc {

/// Where the scanner and the configuration readers put what they find. Producers do not know the report.
/// Called from one thread, in input order. (Sign-in logs have a sink of their own: see model/usage_sink.h.)
class EvidenceSink {
 public:
  virtual ~EvidenceSink() = default;
  virtual void add(Finding finding) = 0;
  virtual void add(IdpFact fact) = 0;
  virtual void add(TenantName name) = 0;
  virtual void add(Diagnostic diagnostic) = 0;
};

}  // namespace ropc
