#include "common/timestamp.h"

#include <chrono>

#include <fmt/format.h>

#include "common/time_cursor.h"

namespace ropc {
namespace {

constexpr std::int64_t kNs = 1'000'000'000;

/// Offset east of UTC in seconds; nothing when no zone stands here.
std::optional<int> zone(TimeCursor& in) {
  if (in.take('Z') || in.take('z')) return 0;
  const char sign = in.peek();
  if (sign != '+' && sign != '-') return std::nullopt;
  TimeCursor ahead = in;
  ++ahead.at;
  const int hours = ahead.number(2, 2);
  if (hours < 0 || hours > 23) return std::nullopt;
  TimeCursor minutes_at = ahead;
  minutes_at.take(':');
  int minutes = minutes_at.number(2, 2);
  if (minutes < 0 || minutes > 59)
    minutes = 0;
  else
    ahead = minutes_at;
  in = ahead;
  return (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

}  // namespace

std::int64_t days_from_civil(int year, unsigned month, unsigned day) noexcept {
  using namespace std::chrono;
  return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)).time_since_epoch().count();
}

std::optional<Timestamp> parse_iso8601(std::string_view text, std::size_t* used) {
  TimeCursor in{text};
  const int year = in.number(4, 4);
  if (year < 1700 || year > 2260 || !in.take('-')) return std::nullopt;
  const int month = in.number(2, 2);
  if (month < 1 || month > 12 || !in.take('-')) return std::nullopt;
  const int day = in.number(2, 2);
  using namespace std::chrono;
  const auto date = std::chrono::year(year) / month / day;
  if (day < 1 || !date.ok()) return std::nullopt;
  if (!in.take('T') && !in.take('t') && !in.take(' ')) return std::nullopt;
  const int hour = in.number(2, 2);
  if (hour < 0 || hour > 23 || !in.take(':')) return std::nullopt;
  const int minute = in.number(2, 2);
  if (minute < 0 || minute > 59 || !in.take(':')) return std::nullopt;
  const int second = in.number(2, 2);
  if (second < 0 || second > 60) return std::nullopt;
  const std::int64_t ns = in.fraction();
  const std::optional<int> offset = zone(in);
  if (used != nullptr)
    *used = in.at;
  else if (in.at != text.size())
    return std::nullopt;
  const std::int64_t days = sys_days(date).time_since_epoch().count();
  const std::int64_t seconds = days * 86'400 + hour * 3600 + minute * 60 + second - offset.value_or(0);
  return Timestamp{TimePoint{seconds * kNs + ns}, offset.has_value()};
}

std::string to_iso8601(TimePoint at) {
  using namespace std::chrono;
  const sys_seconds seconds(floor<std::chrono::seconds>(nanoseconds(at.ns)));
  const auto day = floor<days>(seconds);
  const hh_mm_ss clock(seconds - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_day(at), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::string to_day(TimePoint at) {
  using namespace std::chrono;
  const year_month_day date(floor<days>(sys_time<nanoseconds>(nanoseconds(at.ns))));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace ropc
