#include "logparsers/time_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include "common/text.h"
#include "common/time_cursor.h"

namespace ropc::logparsers {
namespace {

constexpr std::int64_t kNs = 1'000'000'000;

struct Clock {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  std::int64_t ns = 0;
  std::optional<int> offset;  ///< seconds east of UTC
};

int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return -1;
  const std::string folded = lower(word.substr(0, 3));
  const auto found = std::find(names.begin(), names.end(), folded);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin()) + 1;
}

bool take_clock(TimeCursor& in, Clock& out) {
  out.hour = in.number(1, 2);
  if (out.hour < 0 || !in.take(':')) return false;
  out.minute = in.number(1, 2);
  if (out.minute < 0) return false;
  if (in.take(':')) {
    out.second = in.number(1, 2);
    if (out.second < 0) return false;
    out.ns = in.fraction();
  }
  return true;
}

/// "+0100", "+01:00", "Z", "UTC", "GMT"; leaves the cursor where it was when none stands there.
void take_zone(TimeCursor& in, Clock& out) {
  TimeCursor ahead = in;
  ahead.blanks();
  if (ahead.peek() == '+' || ahead.peek() == '-') {
    const int sign = ahead.peek() == '-' ? -1 : 1;
    ++ahead.at;
    const int hours = ahead.number(1, 2);
    ahead.take(':');
    const int minutes = ahead.number(1, 2);
    if (hours < 0 || hours > 14 || minutes > 59) return;
    out.offset = sign * (hours * 3600 + std::max(minutes, 0) * 60);
    in = ahead;
    return;
  }
  const std::string_view word = ahead.word();
  if (word == "Z" || word == "UTC" || word == "GMT") {
    out.offset = 0;
    in = ahead;
  }
}

std::optional<Timestamp> moment(const Clock& c) {
  using namespace std::chrono;
  if (c.year < 1700 || c.year > 2260 || c.month < 1 || c.month > 12 || c.day < 1 || c.hour > 23 || c.minute > 59 ||
      c.second > 60 || !(year(c.year) / c.month / c.day).ok())
    return std::nullopt;
  const std::int64_t days = days_from_civil(c.year, static_cast<unsigned>(c.month), static_cast<unsigned>(c.day));
  const std::int64_t seconds = days * 86'400 + c.hour * 3600 + c.minute * 60 + c.second - c.offset.value_or(0);
  return Timestamp{TimePoint{seconds * kNs + c.ns}, c.offset.has_value()};
}

/// Digits only: epoch, or YYYYMMDDhhmmss; a fraction may follow.
std::optional<Timestamp> from_digits(std::string_view text) {
  TimeCursor rest{text};
  std::uint64_t value = 0;
  for (; rest.at < 19 && rest.digit(); ++rest.at) value = value * 10 + static_cast<std::uint64_t>(rest.peek() - '0');
  const std::size_t n = rest.at;
  const std::int64_t fraction = rest.fraction();
  if (!rest.done() || n < 9) return std::nullopt;
  if (n == 14 && (text.starts_with("19") || text.starts_with("20"))) {
    TimeCursor in{text};
    Clock c;
    c.year = in.number(1, 4);
    c.month = in.number(1, 2);
    c.day = in.number(1, 2);
    c.hour = in.number(1, 2);
    c.minute = in.number(1, 2);
    c.second = in.number(1, 2);
    c.ns = fraction;
    c.offset = 0;
    return moment(c);
  }
  const std::uint64_t unit = n <= 11 ? 1'000'000'000U : n <= 14 ? 1'000'000U : n <= 17 ? 1000U : 1U;
  if (value > static_cast<std::uint64_t>(INT64_MAX) / unit - 1) return std::nullopt;
  return Timestamp{TimePoint{static_cast<std::int64_t>(value * unit) + (n <= 11 ? fraction : 0)}, true};
}

/// 6/15/2026, 12:40:24.178 PM
std::optional<Timestamp> month_first(std::string_view text) {
  TimeCursor in{text};
  Clock c;
  c.month = in.number(1, 2);
  if (c.month < 0 || !in.take('/')) return std::nullopt;
  c.day = in.number(1, 2);
  if (c.day < 0 || !in.take('/')) return std::nullopt;
  c.year = in.number(1, 4);
  in.take(',');
  in.blanks();
  if (!take_clock(in, c)) return std::nullopt;
  TimeCursor ahead = in;
  ahead.blanks();
  const std::string half = lower(ahead.word());
  if (half == "am" || half == "pm") {
    if (c.hour < 1 || c.hour > 12) return std::nullopt;
    c.hour = c.hour % 12 + (half == "pm" ? 12 : 0);
    in = ahead;
  }
  take_zone(in, c);
  return in.done() ? moment(c) : std::nullopt;
}

/// Sat Nov 21 11:20:56 UTC 2026; Sat, 21 Nov 2026 11:20:56 GMT
std::optional<Timestamp> with_week_day(std::string_view text) {
  TimeCursor in{text};
  Clock c;
  if (in.word().size() != 3) return std::nullopt;
  in.take(',');
  in.blanks();
  if (in.digit()) {
    c.day = in.number(1, 2);
    in.blanks();
    c.month = month_of(in.word());
    in.blanks();
    c.year = in.number(1, 4);
    in.blanks();
    if (!take_clock(in, c)) return std::nullopt;
    take_zone(in, c);
  } else {
    c.month = month_of(in.word());
    in.blanks();
    c.day = in.number(1, 2);
    in.blanks();
    if (!take_clock(in, c)) return std::nullopt;
    take_zone(in, c);
    in.blanks();
    c.year = in.number(1, 4);
  }
  return in.done() ? moment(c) : std::nullopt;
}

}  // namespace

std::optional<Timestamp> parse_clf_time(std::string_view text, std::size_t* used) {
  TimeCursor in{text};
  Clock c;
  c.day = in.number(1, 2);
  if (c.day < 0 || !in.take('/')) return std::nullopt;
  c.month = month_of(in.word());
  if (c.month < 0 || !in.take('/')) return std::nullopt;
  c.year = in.number(1, 4);
  if (!in.take(':') || !take_clock(in, c)) return std::nullopt;
  take_zone(in, c);
  if (used != nullptr) *used = in.at;
  return moment(c);
}

bool skip_syslog_time(std::string_view text, std::size_t* used) {
  TimeCursor in{text};
  Clock c;
  if (text.size() < 15 || month_of(in.word()) < 0 || in.at != 3 || !in.take(' ')) return false;
  in.blanks();
  if (in.number(1, 2) < 1 || !in.take(' ')) return false;
  if (in.digit() && in.digit(2) && text.size() > in.at + 4) {
    if (in.number(1, 4) < 0 || !in.take(' ')) return false;  // some daemons write the year
  }
  if (!take_clock(in, c)) return false;
  *used = in.at;
  return true;
}

std::optional<Timestamp> parse_time(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  std::size_t used = 0;
  if (const auto iso = parse_iso8601(text, &used)) {
    if (used == text.size()) return iso;
    TimeCursor in{text, used};
    Clock zone;
    take_zone(in, zone);
    if (!in.done() || !zone.offset || iso->zone_known) return std::nullopt;
    return Timestamp{TimePoint{iso->at.ns - *zone.offset * kNs}, true};
  }
  if (!TimeCursor{text}.digit()) return with_week_day(text);
  if (const auto epoch = from_digits(text)) return epoch;
  if (const auto us = month_first(text)) return us;
  const auto clf = parse_clf_time(text, &used);
  return clf && used == text.size() ? clf : std::nullopt;
}

}  // namespace ropc::logparsers
