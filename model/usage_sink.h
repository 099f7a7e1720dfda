#pragma once

#include <string>

#include "model/coverage.h"
#include "model/diagnostic.h"
#include "model/idp_fact.h"
#include "model/log_event.h"

namespace ropc {

/// Where log readers put what they read. Per input: begin_input(), any number of add(), then end_input(), which
/// makes all of it count, or abandon_input(), after which the inventory is as it was before.
class UsageSink {
 public:
  virtual ~UsageSink() = default;
  /// `label` names the input (a path, or "-"); records of one label are different events even when equal, the same
  /// record under two labels is one event.
  virtual void begin_input(const std::string& label) = 0;
  virtual void add(const LogEvent& event) = 0;
  virtual void add(const TenantName& name) = 0;
  virtual void add(const LogCoverage& coverage) = 0;
  virtual void add(Diagnostic diagnostic) = 0;
  virtual void end_input() = 0;
  virtual void abandon_input() = 0;
};

}  // namespace ropc
