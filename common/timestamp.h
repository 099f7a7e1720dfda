#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ropc {

/// A moment in UTC, in nanoseconds since 1970 (1678 to 2262).
struct TimePoint {
  std::int64_t ns = 0;
  auto operator<=>(const TimePoint&) const = default;
};

/// A moment as an input wrote it.
struct Timestamp {
  TimePoint at;             ///< read as UTC where the input names no zone
  bool zone_known = false;
};

/// ISO 8601 / RFC 3339 in the spellings logs use: "2026-03-02T09:14:07.311482+01:00", "2026-03-02 09:14:07,311",
/// 0 to 9 fraction digits after '.' or ',', "Z", "±hh", "±hhmm", "±hh:mm" or no zone. Takes the longest prefix that
/// is a time stamp and puts its length into `*used` when given; without `used` all of `text` must be taken.
std::optional<Timestamp> parse_iso8601(std::string_view text, std::size_t* used = nullptr);

/// "2026-03-02T08:14:07Z": whole seconds, UTC.
std::string to_iso8601(TimePoint at);

/// "2026-03-02", UTC.
std::string to_day(TimePoint at);

inline constexpr std::int64_t kNanosecondsPerDay = 86'400'000'000'000;

/// The UTC day of a moment, as days since 1970-01-01 (negative before).
constexpr std::int64_t day_of(TimePoint at) noexcept {
  return at.ns >= 0 ? at.ns / kNanosecondsPerDay : (at.ns - kNanosecondsPerDay + 1) / kNanosecondsPerDay;
}

/// The moment at which that day begins; `day` within TimePoint's years.
constexpr TimePoint start_of_day(std::int64_t day) noexcept { return {day * kNanosecondsPerDay}; }

/// Days since 1970-01-01 of a calendar date; not checked.
std::int64_t days_from_civil(int year, unsigned month, unsigned day) noexcept;

}  // namespace ropc
