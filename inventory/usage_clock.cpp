#include "inventory/usage_clock.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace ropc::inventory {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kQuarter = 900 * kSecond;
constexpr std::int64_t kFarthest = 56;           ///< quarters of an hour: UTC+14
constexpr std::size_t kMostRefusals = 5000;

using Votes = std::map<std::int64_t, std::uint64_t>;  ///< offset in quarters → copies that show it

/// The offset between two clocks that show one moment, in quarters of an hour; nothing when they do not.
std::optional<std::int64_t> quarters(std::int64_t apart, std::int64_t slack) {
  const std::int64_t q = (apart + (apart < 0 ? -kQuarter : kQuarter) / 2) / kQuarter;
  if (std::abs(apart - q * kQuarter) > slack || std::abs(q) > kFarthest) return std::nullopt;
  return q;
}

std::int64_t most_voted(const Votes& votes) {
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return std::make_pair(a.second, -std::abs(a.first)) < std::make_pair(b.second, -std::abs(b.first));
  });
  return best->first * kQuarter;
}

}  // namespace

UsageClock::UsageClock(Database& database, const std::map<std::int64_t, std::string>& tenant_of)
    : tenant_of_(tenant_of) {
  learn_from_copies(database);
  if (all_.empty()) learn_from_refusals(database);
}

void UsageClock::learn_from_copies(Database& database) {
  std::map<std::pair<std::string, std::int64_t>, Votes> votes;
  std::map<std::int64_t, Votes> all;
  Statement rows = database.prepare(
      "SELECT client, at, other_at FROM usage_event WHERE other_at IS NOT NULL AND at IS NOT NULL");
  while (rows.next()) {
    const std::int64_t local = rows.integer(2);
    const auto offset = quarters(local - rows.integer(1), 60 * kSecond);
    if (!offset) continue;
    const auto tenant = tenant_of_.find(rows.integer(0));
    ++votes[{tenant == tenant_of_.end() ? std::string() : tenant->second, day_of({local})}][*offset];
    ++all[day_of({local})][*offset];
  }
  for (const auto& [key, v] : votes) by_tenant_[key.first][key.second] = most_voted(v);
  for (const auto& [day, v] : all) all_[day] = most_voted(v);
}

void UsageClock::learn_from_refusals(Database& database) {
  // A line is written just after the event was stored.
  constexpr std::int64_t kBefore = -kSecond / 2;
  constexpr std::int64_t kAfter = 3 * kSecond;
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::int64_t>> stored;
  std::vector<std::pair<std::pair<std::int64_t, std::int64_t>, std::int64_t>> lines;
  Statement rows = database.prepare("SELECT client, error, at, flags FROM usage_event WHERE at IS NOT NULL AND error <> 0");
  while (rows.next()) {
    UsageEvent e;
    e.set_flags(rows.integer(3));
    const auto key = std::make_pair(rows.integer(0), rows.integer(1));
    if (e.zone_known && e.in(SourceKind::store))
      stored[key].push_back(rows.integer(2));
    else if (!e.zone_known && lines.size() < kMostRefusals)
      lines.emplace_back(key, rows.integer(2));
  }
  if (stored.empty() || lines.empty()) return;
  for (auto& [key, times] : stored) std::sort(times.begin(), times.end());
  Votes votes;
  for (const auto& [key, at] : lines) {
    const auto times = stored.find(key);
    if (times == stored.end()) continue;
    std::int64_t last = INT64_MIN;  // one vote an offset
    auto t = std::lower_bound(times->second.begin(), times->second.end(), at - kFarthest * kQuarter - kAfter);
    for (int tries = 0; t != times->second.end() && *t <= at + kFarthest * kQuarter && tries < 1000; ++t, ++tries) {
      const auto q = quarters(at - *t - (kBefore + kAfter) / 2, (kAfter - kBefore) / 2);
      if (q && *q != last) ++votes[*q];
      last = q.value_or(last);
    }
  }
  if (!votes.empty()) all_[0] = most_voted(votes);
}

std::int64_t UsageClock::utc(std::int64_t client, std::int64_t at) const {
  const Offsets* offsets = &all_;
  const auto tenant = tenant_of_.find(client);
  if (tenant != tenant_of_.end())
    if (const auto own = by_tenant_.find(tenant->second); own != by_tenant_.end()) offsets = &own->second;
  if (offsets->empty()) return at;
  // The nearest day that tells: the offset changes twice a year.
  auto next = offsets->lower_bound(day_of({at}));
  if (next == offsets->end() || (next != offsets->begin() && day_of({at}) - std::prev(next)->first < next->first - day_of({at})))
    next = std::prev(next);
  return at - next->second;
}

}  // namespace ropc::inventory
