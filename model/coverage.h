#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/timestamp.h"
#include "model/source_kind.h"

namespace ropc {

/// Days in a row, UTC, as days since 1970-01-01; both ends belong to it.
struct DayRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
  auto operator<=>(const DayRange&) const = default;
};

/// What was read of one kind of log of one tenant: without it, "not seen" says nothing.
struct LogCoverage {
  std::string idp;
  std::string tenant;   ///< empty: the log names no tenant
  std::string format;   ///< log format id
  std::uint64_t files = 0;
  std::uint64_t records = 0;      ///< all records, of whatever kind
  std::uint64_t events = 0;       ///< password-grant attempts among them
  std::uint64_t bad_records = 0;
  TimePoint from{};               ///< of the first and last record; both 0 when no record had a time
  TimePoint to{};
  std::uint64_t days = 0;         ///< distinct UTC days with records
  bool successes_visible = false; ///< whether this source can show a success at all
  std::string why;                ///< one sentence on what the source can and cannot show
  /// Days on which a success would have been seen, sorted and apart: from the first to the last record of every input
  /// that shows successes. A day without a record inside such an input is a quiet day, not a missing one.
  std::vector<DayRange> success_days = {};
  auto operator<=>(const LogCoverage&) const = default;
};

/// What one input holds of one day of one kind of log of one tenant; the pieces that LogCoverage is added up from.
struct DayCoverage {
  std::string idp;
  std::string tenant;              ///< its id where the log has one; empty: records that name none
  std::string format;              ///< log format id
  std::int64_t day = kNoDay;       ///< UTC, days since 1970-01-01
  std::uint64_t records = 0;
  std::uint64_t events = 0;
  std::uint64_t bad_records = 0;
  std::uint64_t shows_success = 0; ///< records that prove that this log shows successes
  TimePoint from{};
  TimePoint to{};
  SourceKind source = SourceKind::log;
  std::string why_shown;           ///< sentence for LogCoverage::why when successes are visible
  std::string why_hidden;          ///< and when they are not

  static constexpr std::int64_t kNoDay = INT64_MIN;  ///< records without a date
};

/// How well one C, C++ or Objective-C file was seen.
struct UnitCoverage {
  std::string path;
  std::string quality;                 ///< "full", "partial" (headers or declarations are missing), "text only" (no syntax tree of it could be had)
  std::string why{};                   ///< what it lacks: a phrase to stand behind the quality; empty for "full"
  std::uint32_t dropped_arguments = 0; ///< of its compile command: not on the list of harmless ones
  auto operator<=>(const UnitCoverage&) const = default;
};

/// What the scan of code trees saw.
struct ScanCoverage {
  std::uint64_t files = 0;                          ///< listed by the source
  std::uint64_t bytes = 0;
  std::uint64_t gated = 0;                          ///< passed the literal gate
  std::map<std::string, std::uint64_t> by_eye;      ///< files that each eye inspected
  std::map<std::string, std::uint64_t> skipped;     ///< reason → files
  std::uint64_t suppressed = 0;                     ///< findings hidden by a comment with a reason
  std::vector<std::string> roots;
  std::vector<UnitCoverage> units;                  ///< of the C family that passed the gate, by path
};

}  // namespace ropc
