#pragma once

#include <string>

#include "model/coverage.h"
#include "model/diagnostic.h"
#include "model/idp_fact.h"
#include "model/join_rule.h"
#include "model/log_event.h"

namespace ropc {

/// Names one input. Records of one label are different events even when equal, the same record under two labels is
/// one event.
struct InputLabel {
  std::string label;  ///< a path, or "-"
  /// Names the piece of an input that several processes share; the pieces of one label add up. Empty: all of it.
  std::string part;
};

/// Where log readers put what they read. Per input: begin_input(), any number of add(), then end_input(), which
/// makes all of it count, or abandon_input(), after which the inventory is as it was before. One thread.
class UsageSink {
 public:
  virtual ~UsageSink() = default;
  virtual void begin_input(const InputLabel& input) = 0;
  virtual void add(const LogEvent& event) = 0;
  virtual void add(const JoinRules& rules) = 0;  ///< before the first event that they decide
  virtual void add(const TenantName& name) = 0;
  virtual void add(const DayCoverage& coverage) = 0;
  virtual void add(Diagnostic diagnostic) = 0;
  virtual void end_input() = 0;
  virtual void abandon_input() = 0;
};

}  // namespace ropc
