#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "common/result.h"
#include "model/usage_sink.h"

namespace ropc::inventory {

/// The map step of a run that many processes share: writes what a log reader gives as JSON lines, one array a line
/// ("ropc-audit/partial/v1"), which read_partial() gives back the same. It holds digests of users, no names, and nothing
/// that an inventory would not hold.
class PartialWriter final : public UsageSink {
 public:
  /// `write` gets whole lines, in order.
  explicit PartialWriter(std::function<void(std::string_view)> write);

  void begin_input(const InputLabel& input) override;
  void add(const LogEvent& event) override;
  void add(const JoinRules& rules) override;
  void add(const TenantName& name) override;
  void add(const DayCoverage& coverage) override;
  void add(Diagnostic diagnostic) override;
  void end_input() override;
  void abandon_input() override;

 private:
  std::function<void(std::string_view)> write_;
};

/// What a partial held.
struct PartialSummary {
  std::uint64_t inputs = 0;
  std::uint64_t events = 0;
};

/// The reduce step: gives `sink` what PartialWriters wrote, one after the other. An input that is cut or has a line that
/// is not as it is written does not count, and the first such line is the error; the inputs before it stay.
Result<PartialSummary> read_partial(std::istream& from, const std::string& name, UsageSink& sink);

}  // namespace ropc::inventory
