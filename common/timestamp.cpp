#include "common/timestamp.h"

#include <chrono>

#include <fmt/format.h>

namespace ropc {
namespace {

constexpr std::int64_t kNs = 1'000'000'000;

/// Reads digits and separators from the left of a text.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] char peek() const { return at < text.size() ? text[at] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  /// Exactly `digits` digits, else -1 and nothing is taken.
  int number(std::size_t digits) {
    if (at + digits > text.size()) return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char c = text[at + i];
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    at += digits;
    return value;
  }
};

/// Up to nine digits after the decimal sign, in nanoseconds; further digits are dropped.
std::int64_t fraction(Cursor& in) {
  std::int64_t value = 0;
  std::int64_t unit = kNs;
  while (in.peek() >= '0' && in.peek() <= '9') {
    if (unit > 1) {
      unit /= 10;
      value += unit * (in.peek() - '0');
    }
    ++in.at;
  }
  return value;
}

/// Offset east of UTC in seconds; nothing when no zone stands here.
std::optional<int> zone(Cursor& in) {
  if (in.take('Z') || in.take('z')) return 0;
  const char sign = in.peek();
  if (sign != '+' && sign != '-') return std::nullopt;
  Cursor ahead = in;
  ++ahead.at;
  const int hours = ahead.number(2);
  if (hours < 0 || hours > 23) return std::nullopt;
  Cursor minutes_at = ahead;
  minutes_at.take(':');
  int minutes = minutes_at.number(2);
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
  Cursor in{text};
  const int year = in.number(4);
  if (year < 1700 || year > 2260 || !in.take('-')) return std::nullopt;
  const int month = in.number(2);
  if (month < 1 || month > 12 || !in.take('-')) return std::nullopt;
  const int day = in.number(2);
  using namespace std::chrono;
  const auto date = std::chrono::year(year) / month / day;
  if (day < 1 || !date.ok()) return std::nullopt;
  if (!in.take('T') && !in.take('t') && !in.take(' ')) return std::nullopt;
  const int hour = in.number(2);
  if (hour < 0 || hour > 23 || !in.take(':')) return std::nullopt;
  const int minute = in.number(2);
  if (minute < 0 || minute > 59 || !in.take(':')) return std::nullopt;
  const int second = in.number(2);
  if (second < 0 || second > 60) return std::nullopt;
  std::int64_t ns = 0;
  if ((in.peek() == '.' || in.peek() == ',') && in.at + 1 < text.size() && text[in.at + 1] >= '0' &&
      text[in.at + 1] <= '9') {
    ++in.at;
    ns = fraction(in);
  }
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
