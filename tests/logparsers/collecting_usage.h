#pragma once

#include <vector>

#include "model/usage_sink.h"

namespace ropc::test {

/// Keeps what a reader gives; abandoned inputs leave nothing.
class CollectingUsage final : public UsageSink {
 public:
  void begin_input(const InputLabel& input) override { inputs.push_back(input); }
  void add(const LogEvent& event) override { events.push_back(event); }
  void add(const JoinRules& some) override { rules.push_back(some); }
  void add(const TenantName& name) override { names.push_back(name); }
  void add(const DayCoverage& day) override { coverage.push_back(day); }
  void add(Diagnostic diagnostic) override { diagnostics.push_back(std::move(diagnostic)); }
  void end_input() override { ++ended; }
  void abandon_input() override {
    events.clear();
    inputs.pop_back();
  }

  std::vector<InputLabel> inputs;
  std::vector<LogEvent> events;
  std::vector<JoinRules> rules;
  std::vector<TenantName> names;
  std::vector<DayCoverage> coverage;
  std::vector<Diagnostic> diagnostics;
  int ended = 0;
};

}  // namespace ropc::test
