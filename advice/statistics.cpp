#include "advice/statistics.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "common/timestamp.h"

namespace ropc::advice {
namespace {

/// "2026-03-02" → days since 1970-01-01.
std::optional<std::int64_t> day_number(const std::string& day) {
  const auto at = parse_iso8601(day + "T00:00:00Z");
  if (!at) return std::nullopt;
  return day_of(at->at);
}

/// 1970-01-01 was a Thursday.
bool is_weekend(std::int64_t day) {
  const std::int64_t weekday = ((day % 7) + 7 + 4) % 7;  // 0: Sunday
  return weekday == 0 || weekday == 6;
}

double attempts(const OutcomeCounts& n) { return static_cast<double>(n.success + n.failure + n.blocked); }

}  // namespace

std::map<std::string, double> statistics_of(const ClientUsage& usage) {
  std::map<std::string, double> out;
  const double all = attempts(usage.total);
  const auto users = static_cast<double>(usage.users);
  const auto days = static_cast<double>(usage.days);
  const auto successes = static_cast<double>(usage.total.success);
  out["successes"] = successes;
  out["failures"] = static_cast<double>(usage.total.failure);
  out["blocked"] = static_cast<double>(usage.total.blocked);
  out["users"] = users;
  out["days-used"] = days;
  if (users > 0 && days > 0) out["per-user-day"] = successes / users / days;
  if (all > 0) out["failure-percent"] = 100 * static_cast<double>(usage.total.failure) / all;
  double weekend = 0;
  double dated = 0;
  for (const auto& [day, counts] : usage.by_day) {
    const auto number = day_number(day);
    if (!number) continue;
    dated += attempts(counts);
    if (is_weekend(*number)) weekend += attempts(counts);
  }
  if (dated > 0) out["weekend-percent"] = 100 * weekend / dated;
  return out;
}

std::string with_numbers(std::string text, const std::map<std::string, double>& numbers) {
  for (const auto& [name, number] : numbers) {
    const std::string mark = "{" + name + "}";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
      text.replace(at, mark.size(), std::to_string(std::llround(number)));
  }
  return text;
}

}  // namespace ropc::advice
