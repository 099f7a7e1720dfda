#include "inventory/usage_count.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "inventory/usage_clock.h"
#include "inventory/usage_coverage.h"
#include "inventory/usage_profile.h"
#include "inventory/usage_row.h"
#include "model/join_rule.h"
#include "model/names.h"

namespace ropc::inventory {
namespace {

constexpr std::int64_t kUndated = INT64_MIN;
constexpr std::size_t kKinds = 3;

void add(OutcomeCounts& to, Outcome outcome, std::uint64_t n) {
  if (outcome == Outcome::success) to.success += n;
  if (outcome == Outcome::failure) to.failure += n;
  if (outcome == Outcome::blocked) to.blocked += n;
}

/// 0: the first hour of a Monday. 1970-01-01 was a Thursday.
std::size_t hour_of_week(std::int64_t at) {
  constexpr std::int64_t kHour = 3'600'000'000'000;
  constexpr std::int64_t kWeek = 168;
  const std::int64_t hours = at / kHour - (at % kHour < 0 ? 1 : 0) + 3 * 24;
  return static_cast<std::size_t>(((hours % kWeek) + kWeek) % kWeek);
}

void add_hour(ClientUsage& to, std::size_t hour, std::uint64_t n) {
  to.hours.resize(168);
  to.hours[hour] += n;
}

/// Most frequent first, then by the text; ten at most.
void add(std::vector<ValueCount>& to, const std::vector<ValueCount>& from) {
  for (const ValueCount& one : from) {
    const auto known = std::find_if(to.begin(), to.end(), [&](const ValueCount& v) { return v.value == one.value; });
    if (known != to.end())
      known->attempts += one.attempts;
    else
      to.push_back(one);
  }
  std::sort(to.begin(), to.end(), [](const ValueCount& a, const ValueCount& b) {
    return std::tie(b.attempts, a.value) < std::tie(a.attempts, b.value);
  });
  if (to.size() > 10) to.resize(10);
}

void add(OutcomeCounts& to, const OutcomeCounts& from) {
  to.success += from.success;
  to.failure += from.failure;
  to.blocked += from.blocked;
}

std::map<std::int64_t, std::vector<JoinRule>> join_rules(Database& database) {
  std::map<std::int64_t, std::vector<JoinRule>> out;
  Statement rows = database.prepare("SELECT id, rules FROM usage_join");
  while (rows.next())
    for (const auto& rule : nlohmann::json::parse(rows.text(1), nullptr, false))
      if (rule.is_array() && rule.size() == 5)
        out[rows.integer(0)].push_back({rule[0], rule[1], rule[2], static_cast<GrantClass>(rule[3].get<int>()),
                                        static_cast<Outcome>(rule[4].get<int>())});
  return out;
}

/// Attempts of one client, day, class and outcome that no token id matches, per kind of source.
struct Rest {
  struct Kind {
    std::uint64_t n = 0;
    std::map<std::int64_t, std::uint64_t> errors;
    std::map<std::size_t, std::uint64_t> hours;
  };
  Kind kinds[kKinds];
};

/// What is known of one client of one tenant, until names and classes are put together.
struct Tally {
  ClientUsage usage;
  std::map<std::int64_t, std::uint64_t> errors;
  std::set<std::int64_t> days;
  std::map<std::tuple<std::int64_t, GrantClass, Outcome>, Rest> rest;

  void count(GrantClass grant, Outcome outcome, std::int64_t day, std::uint64_t n) {
    add(usage.total, outcome, n);
    add(usage.classes[grant], outcome, n);
    if (day == kUndated) return;
    days.insert(day);
    add(usage.by_day[to_day(start_of_day(day))], outcome, n);
  }

  void seen(std::int64_t at) {
    if (usage.first_seen.ns == 0 || at < usage.first_seen.ns) usage.first_seen.ns = at;
    usage.last_seen.ns = std::max(usage.last_seen.ns, at);
  }

  /// Of the rest the kind of source counts that holds most.
  void settle() {
    for (const auto& [key, kinds] : rest) {
      const auto& [day, grant, outcome] = key;
      const Rest::Kind* most = std::max_element(std::begin(kinds.kinds), std::end(kinds.kinds),
                                                [](const auto& a, const auto& b) { return a.n < b.n; });
      count(grant, outcome, day, most->n);
      for (const auto& [error, n] : most->errors) errors[error] += n;
      for (const auto& [hour, n] : most->hours) add_hour(usage, hour, n);
    }
    rest.clear();
  }
};

/// One client; attempts that are not its own use stand apart.
struct Client {
  ClientKey key;
  std::string name;
  Tally own;
  Tally noise;
};

class Counter {
 public:
  explicit Counter(Database& database) : database_(database), profile_(database) {
    // A client that the log knows by its redirect address alone is the one that the configuration has it for.
    Statement rows = database.prepare(
        "SELECT id, idp, tenant, CASE redirect_uri WHEN '' THEN client_id ELSE coalesce((SELECT min(f.client_id) FROM "
        "idp_fact f WHERE f.idp = c.idp AND f.kind = 'redirect-uri' AND f.value = c.redirect_uri "
        "HAVING count(DISTINCT f.client_id) = 1), client_id) END, name FROM usage_client c");
    while (rows.next()) {
      clients_[rows.integer(0)] = {{rows.text(1), rows.text(2), rows.text(3)}, rows.text(4), {}, {}};
      tenants_[rows.integer(0)] = rows.text(1) + '\n' + rows.text(2);
    }
  }

  std::vector<UsageRow> run() {
    const UsageClock clock(database_, tenants_);
    joins_ = join_rules(database_);
    database_.execute(
        "CREATE TEMP TABLE IF NOT EXISTS joined_user (client INTEGER, user BLOB, own INTEGER, PRIMARY KEY (client, own, user)) "
        "WITHOUT ROWID; DELETE FROM joined_user");
    add_user_ = database_.prepare("INSERT OR IGNORE INTO joined_user (client, user, own) VALUES (?, ?, ?)");
    const bool parts = database_.integer("SELECT EXISTS (SELECT 1 FROM usage_part)") != 0;
    Statement rows = database_.prepare(
        std::string("SELECT identity, record, client, error, at, flags, aspects, joined, user, about, ") +
        (parts ? "max(n, coalesce((SELECT max(s) FROM (SELECT sum(p.n) s FROM usage_part p WHERE p.identity = "
                 "e.identity AND p.record = e.record GROUP BY p.input)), 0))"
               : "n") +
        " FROM usage_event e ORDER BY identity, record");
    std::vector<UsageEvent> same;
    while (rows.next()) {
      UsageEvent e;
      e.identity = rows.digest(0);
      e.record = rows.digest(1);
      e.client = rows.integer(2);
      e.error = rows.integer(3);
      if (!rows.is_null(4)) e.at = rows.integer(4);
      e.set_flags(rows.integer(5));
      e.aspects = static_cast<std::uint32_t>(rows.integer(6));
      e.joined = rows.integer(7);
      e.user = rows.digest(8);
      e.about = rows.integer(9);
      e.n = rows.integer(10);
      if (e.aspects != 0 && !resolve(e)) continue;
      if (e.at && !e.zone_known) e.at = clock.utc(e.client, *e.at);
      if (!same.empty() && same.front().identity != e.identity) {
        group(same);
        same.clear();
      }
      same.push_back(e);
    }
    group(same);
    users();
    profile_.finish([&](std::int64_t client, bool own) -> ClientUsage& {
      return (own ? clients_[client].own : clients_[client].noise).usage;
    });
    return finish();
  }

 private:
  /// Copies of one event: some may carry the product's id and count one each, those that do not add what is missing.
  void group(const std::vector<UsageEvent>& same) {
    std::uint64_t with_id = 0;
    for (const UsageEvent& e : same)
      if (e.record != Digest{}) {
        ++with_id;
        event(e, 1);
      }
    for (const UsageEvent& e : same)
      if (e.record == Digest{} && static_cast<std::uint64_t>(e.n) > with_id)
        event(e, static_cast<std::uint64_t>(e.n) - with_id);
  }

  /// What the records of one sign-in mean together; false: no sign-in by the grant.
  bool resolve(UsageEvent& e) {
    for (const JoinRule& rule : joins_[e.joined]) {
      if ((e.aspects & rule.all) != rule.all || (e.aspects & rule.none) != 0) continue;
      if (rule.any != 0 && (e.aspects & rule.any) == 0) continue;
      e.grant = rule.grant;
      e.outcome = rule.outcome;
      if (e.outcome == Outcome::success) {
        e.error = 0;
        if (e.user != Digest{}) add_user_.bind(e.client).bind(e.user).bind(counts_as_use(e.grant)).run();
      }
      return true;
    }
    return false;
  }

  Tally& tally(const UsageEvent& e) {
    Client& client = clients_[e.client];
    return counts_as_use(e.grant) ? client.own : client.noise;
  }

  void event(const UsageEvent& e, std::uint64_t n) {
    Tally& t = tally(e);
    const std::int64_t day = e.at ? day_of({*e.at}) : kUndated;
    if (e.at) t.seen(*e.at);
    const bool own = counts_as_use(e.grant);
    if (e.unique) {
      t.count(e.grant, e.outcome, day, n);
      if (e.error != 0) t.errors[e.error] += n;
      if (e.at) add_hour(t.usage, hour_of_week(*e.at), n);
      profile_.add(e.client, own, ProfileCounter::kSure, e.about, n);
      return;
    }
    Rest& rest = t.rest[{day, e.grant, e.outcome}];
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      if (e.in(static_cast<SourceKind>(kind))) {
        rest.kinds[kind].n += n;
        if (e.error != 0) rest.kinds[kind].errors[e.error] += n;
        if (e.at) rest.kinds[kind].hours[hour_of_week(*e.at)] += n;
        profile_.add(e.client, own, static_cast<int>(kind), e.about, n);
      }
  }

  void users() {
    Statement rows = database_.prepare(
        "SELECT client, (flags & 15) IN (0, 1, 2, 3) AS own, count(DISTINCT user) FROM usage_event "
        "WHERE (flags >> 4 & 3) = 0 AND user IS NOT NULL AND aspects = 0 GROUP BY client, own "
        "UNION ALL SELECT client, own, count(*) FROM joined_user GROUP BY client, own");
    while (rows.next()) {
      Client& client = clients_[rows.integer(0)];
      (rows.integer(1) != 0 ? client.own : client.noise).usage.users += rows.count(2);
    }
    add_user_ = Statement();
  }

  std::vector<UsageRow> finish() {
    std::map<std::int64_t, std::string> words;
    Statement rows = database_.prepare("SELECT id, word FROM usage_error");
    while (rows.next()) words[rows.integer(0)] = rows.text(1);
    const auto names = tenant_names(database_);
    std::map<std::pair<ClientKey, bool>, UsageRow> out;
    for (auto& [id, client] : clients_) {
      if (const auto name = names.find({client.key.idp, client.key.tenant}); name != names.end())
        client.key.tenant = name->second;
      for (const bool noise : {false, true}) {
        Tally& t = noise ? client.noise : client.own;
        t.settle();
        if (t.usage.classes.empty()) continue;
        for (const auto& [error, n] : t.errors) t.usage.errors[words[error]] += n;
        UsageRow& row = out[{client.key, noise}];
        row.key = client.key;
        row.noise = noise;
        row.name = std::max(row.name, client.name);
        add_usage(row.usage, t.usage);
      }
    }
    std::vector<UsageRow> list;
    for (auto& [key, row] : out) list.push_back(std::move(row));
    return list;
  }

  /// Of a tenant that inputs name by its id and by its name.
  static void add_usage(ClientUsage& to, const ClientUsage& from) {
    add(to.total, from.total);
    to.users += from.users;
    for (const auto& [grant, counts] : from.classes) add(to.classes[grant], counts);
    for (const auto& [word, n] : from.errors) to.errors[word] += n;
    for (const auto& [day, counts] : from.by_day) add(to.by_day[day], counts);
    to.days = to.by_day.size();
    for (std::size_t hour = 0; hour < from.hours.size(); ++hour) add_hour(to, hour, from.hours[hour]);
    to.addresses += from.addresses;
    add(to.user_agents, from.user_agents);
    add(to.resources, from.resources);
    add(to.scopes, from.scopes);
    add(to.mfa, from.mfa);
    to.spraying = {to.spraying.addresses + from.spraying.addresses, to.spraying.users + from.spraying.users};
    if (from.first_seen.ns != 0 && (to.first_seen.ns == 0 || from.first_seen < to.first_seen)) to.first_seen = from.first_seen;
    to.last_seen = std::max(to.last_seen, from.last_seen);
  }

  Database& database_;
  ProfileCounter profile_;
  Statement add_user_;
  std::map<std::int64_t, std::vector<JoinRule>> joins_;
  std::map<std::int64_t, Client> clients_;
  std::map<std::int64_t, std::string> tenants_;
};

}  // namespace

std::vector<UsageRow> count_usage(Database& database) { return Counter(database).run(); }

}  // namespace ropc::inventory
