#include "reporters/usage_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include <fmt/format.h>

#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::uint64_t kFewAttempts = 20;  ///< fewer say nothing about times of the week
constexpr std::size_t kHours = 24;
constexpr std::size_t kWorkingDays = 5;
constexpr std::size_t kLongestSpan = 14;    ///< of hours that are a part of the day
constexpr std::size_t kShownValues = 3;

/// Nine of ten.
bool mostly(std::uint64_t part, std::uint64_t all) { return part >= all - all / 10; }

struct Span {
  std::size_t from = 0;
  std::size_t length = kHours;
};

/// The shortest run of hours, over midnight or not, that holds most attempts; the earliest of equal ones.
Span busy_hours(const std::array<std::uint64_t, kHours>& day, std::uint64_t all) {
  for (std::size_t length = 1; length < kHours; ++length)
    for (std::size_t from = 0; from < kHours; ++from) {
      std::uint64_t inside = 0;
      for (std::size_t i = 0; i < length; ++i) inside += day[(from + i) % kHours];
      if (mostly(inside, all)) return {from, length};
    }
  return {};
}

/// "on working days between 06 and 18 h UTC"; empty where there is too little to tell.
std::string times_of(const std::vector<std::uint64_t>& hours) {
  const std::uint64_t all = std::accumulate(hours.begin(), hours.end(), std::uint64_t{0});
  if (all < kFewAttempts) return {};
  std::array<std::uint64_t, kHours> day{};
  std::uint64_t working = 0;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    day[i % kHours] += hours[i];
    if (i / kHours < kWorkingDays) working += hours[i];
  }
  const Span span = busy_hours(day, all);
  const std::string days = mostly(working, all) ? "on working days" : "on all days of the week";
  if (span.length > kLongestSpan) return days + ", around the clock";
  return fmt::format("{}, mostly between {:02} and {:02} h UTC", days, span.from, (span.from + span.length) % kHours);
}

/// "python-requests/2.31.0 (96 of 100 attempts), curl/8.5.0 and 4 more".
std::string values_of(const std::vector<ValueCount>& values, std::uint64_t all) {
  std::string text;
  for (std::size_t i = 0; i < std::min(values.size(), kShownValues); ++i) {
    text += (i == 0 ? "" : ", ") + values[i].value;
    if (i == 0 && values.size() > 1 && values[i].attempts <= all)
      text += fmt::format(" ({} of {})", number_of(values[i].attempts), count_of(all, "attempt"));
  }
  if (values.size() > kShownValues) text += fmt::format(" and {} more", values.size() - kShownValues);
  return text;
}

}  // namespace

std::vector<std::string> profile_of(const ClientUsage& usage) {
  const std::uint64_t all = usage.total.success + usage.total.failure + usage.total.blocked;
  std::vector<std::string> out;
  if (usage.addresses == 1) out.emplace_back("from one address");
  if (usage.addresses > 1) out.push_back(fmt::format("from {} addresses", number_of(usage.addresses)));
  if (std::string times = times_of(usage.hours); !times.empty()) out.push_back(std::move(times));
  if (!usage.user_agents.empty()) out.push_back("by " + values_of(usage.user_agents, all));
  if (!usage.resources.empty()) out.push_back("for " + values_of(usage.resources, all));
  if (!usage.scopes.empty()) out.push_back("with the scopes " + values_of(usage.scopes, all));
  if (!usage.mfa.empty()) out.push_back("factors: " + values_of(usage.mfa, all));
  if (usage.spraying.addresses > 0)
    out.push_back(fmt::format("signs of password spraying: {} refused for {}",
                              usage.spraying.addresses == 1 ? std::string("one address was")
                                                            : number_of(usage.spraying.addresses) + " addresses were",
                              count_of(usage.spraying.users, "user")));
  return out;
}

}  // namespace ropc::reporters
