#include "inventory/usage_profile.h"

#include <array>
#include <string>

namespace ropc::inventory {
namespace {

constexpr std::size_t kPending = 32 << 10;
constexpr std::size_t kMostValues = 10;
constexpr int kSprayedUsers = 20;  ///< that one address must have been refused for, to be a sign of spraying

struct Part {
  const char* column;
  std::vector<ValueCount> ClientUsage::*values;
};
constexpr std::array<Part, 4> kParts = {{{"agent", &ClientUsage::user_agents},
                                         {"resource", &ClientUsage::resources},
                                         {"scope", &ClientUsage::scopes},
                                         {"mfa", &ClientUsage::mfa}}};

}  // namespace

std::size_t ProfileCounter::Hash::operator()(const Key& key) const {
  const std::size_t mixed = std::hash<std::int64_t>()(key.about * 31 + key.client);
  return mixed * 8 + static_cast<std::size_t>(key.kind * 2) + (key.own ? 1U : 0U);
}

ProfileCounter::ProfileCounter(Database& database) : database_(database) {
  database.execute(
      "CREATE TEMP TABLE IF NOT EXISTS usage_profile (client INTEGER, own INTEGER, about INTEGER, kind INTEGER, n INTEGER, "
      "PRIMARY KEY (client, own, about, kind)) WITHOUT ROWID; DELETE FROM usage_profile");
  add_ = database.prepare("INSERT INTO usage_profile (client, own, about, kind, n) VALUES (?, ?, ?, ?, ?) "
                          "ON CONFLICT DO UPDATE SET n = n + excluded.n");
}

void ProfileCounter::add(std::int64_t client, bool own, int kind, std::int64_t about, std::uint64_t n) {
  if (about == 0) return;
  pending_[{client, about, kind, own}] += n;
  if (pending_.size() >= kPending) flush();
}

void ProfileCounter::flush() {
  for (const auto& [key, n] : pending_) add_.bind(key.client).bind(key.own).bind(key.about).bind(key.kind).bind(n).run();
  pending_.clear();
}

void ProfileCounter::finish(const std::function<ClientUsage&(std::int64_t client, bool own)>& usage) {
  flush();
  add_ = Statement();
  Statement addresses = database_.prepare(
      "SELECT p.client, p.own, count(DISTINCT a.address) FROM usage_profile p JOIN usage_about a ON a.id = p.about "
      "WHERE a.address <> x'' GROUP BY p.client, p.own");
  while (addresses.next()) usage(addresses.integer(0), addresses.integer(1) != 0).addresses = addresses.count(2);
  for (const Part& part : kParts) {
    Statement values = database_.prepare(
        "SELECT client, own, w.word, coalesce(sum(CASE kind WHEN 3 THEN n END), 0) + coalesce(max(CASE WHEN kind < 3 THEN n END), 0) "
        "AS total FROM (SELECT p.client, p.own, a." + std::string(part.column) + " AS value, p.kind, sum(p.n) AS n FROM usage_profile p "
        "JOIN usage_about a ON a.id = p.about WHERE value <> 0 GROUP BY p.client, p.own, value, p.kind) "
        "JOIN usage_word w ON w.id = value GROUP BY client, own, value ORDER BY client, own, total DESC, w.word");
    while (values.next()) {
      std::vector<ValueCount>& list = usage(values.integer(0), values.integer(1) != 0).*part.values;
      if (list.size() < kMostValues) list.push_back({values.text(2), values.count(3)});
    }
  }
  // Many users refused from one address that hardly ever gets in.
  Statement sprayed = database_.prepare(
      "SELECT client, own, count(*), sum(users) FROM (SELECT e.client, (e.flags & 15) IN (0, 1, 2, 3) AS own, "
      "count(DISTINCT CASE e.flags >> 4 & 3 WHEN 1 THEN e.user END) AS users, "
      "sum((e.flags >> 4 & 3) = 1) AS refused, sum((e.flags >> 4 & 3) = 0) AS successes "
      "FROM usage_event e JOIN usage_about a ON a.id = e.about WHERE a.address <> x'' AND e.aspects = 0 "
      "GROUP BY e.client, own, a.address HAVING users >= ? AND successes * 10 <= refused) GROUP BY client, own");
  sprayed.bind(kSprayedUsers);
  while (sprayed.next())
    usage(sprayed.integer(0), sprayed.integer(1) != 0).spraying = {sprayed.count(2), sprayed.count(3)};
}

}  // namespace ropc::inventory
