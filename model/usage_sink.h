#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/digest.h"
#include "model/coverage.h"
#include "model/diagnostic.h"
#include "model/idp_fact.h"
#include "model/join_rule.h"
#include "model/log_event.h"

namespace ropc {

/// What a file was when it was read: one that is the same need not be read again.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  Digest head;                ///< of its first and of its last few KiB
  Digest tail;
  Digest way;                 ///< of everything else that decides what is read from it: version, formats, options
  bool operator==(const FileState&) const = default;
};

/// Names one input. Records of one label are different events even when equal, the same record under two labels is
/// one event.
struct InputLabel {
  std::string label;  ///< a path, or "-"
  /// Names the piece of an input that several processes share; the pieces of one label add up. Empty: all of it.
  std::string part;
  std::optional<FileState> file = std::nullopt;  ///< nothing: not to be remembered
  bool continues = false;  ///< what was read of this label the last time stands before it, and counts on
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
  /// The input was read to its end. `lines`: how many it has, where what is written behind them can be read without
  /// them. Without this the file is read again whatever its state.
  virtual void whole(std::optional<std::uint64_t> /*lines*/) {}
  virtual void end_input() = 0;
  virtual void abandon_input() = 0;
};

}  // namespace ropc
