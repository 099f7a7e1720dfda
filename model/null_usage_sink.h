#pragma once

#include "model/usage_sink.h"

namespace ropc {

/// Takes everything and keeps nothing: for trying a format out, and for benchmarks of readers alone.
class NullUsageSink final : public UsageSink {
 public:
  void begin_input(const InputLabel&) override {}
  void add(const LogEvent&) override {}
  void add(const JoinRules&) override {}
  void add(const TenantName&) override {}
  void add(const DayCoverage&) override {}
  void add(Diagnostic) override {}
  void end_input() override {}
  void abandon_input() override {}
};

}  // namespace ropc
