#include "inventory/usage_count.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "inventory/usage_clock.h"
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

void add(OutcomeCounts& to, const OutcomeCounts& from) {
  to.success += from.success;
  to.failure += from.failure;
  to.blocked += from.blocked;
}

/// (idp, id) → name, where inputs agree on one.
std::map<std::pair<std::string, std::string>, std::string> tenant_names(Database& database) {
  std::map<std::pair<std::string, std::string>, std::string> out;
  Statement rows = database.prepare("SELECT idp, id, max(name) FROM tenant_name GROUP BY idp, id HAVING count(*) = 1");
  while (rows.next()) out[{rows.text(0), rows.text(1)}] = rows.text(2);
  return out;
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
  explicit Counter(Database& database) : database_(database) {
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
        std::string("SELECT identity, record, client, error, at, flags, aspects, joined, user, ") +
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
      e.n = rows.integer(9);
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
    if (e.unique) {
      t.count(e.grant, e.outcome, day, n);
      if (e.error != 0) t.errors[e.error] += n;
      return;
    }
    Rest& rest = t.rest[{day, e.grant, e.outcome}];
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      if (e.in(static_cast<SourceKind>(kind))) {
        rest.kinds[kind].n += n;
        if (e.error != 0) rest.kinds[kind].errors[e.error] += n;
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
    if (from.first_seen.ns != 0 && (to.first_seen.ns == 0 || from.first_seen < to.first_seen)) to.first_seen = from.first_seen;
    to.last_seen = std::max(to.last_seen, from.last_seen);
  }

  Database& database_;
  Statement add_user_;
  std::map<std::int64_t, std::vector<JoinRule>> joins_;
  std::map<std::int64_t, Client> clients_;
  std::map<std::int64_t, std::string> tenants_;
};

/// Coverage of one tenant and format, while it is added up.
struct Covered {
  LogCoverage sum;
  std::set<std::int64_t> inputs;
  std::map<std::int64_t, bool> days;  ///< day → whether an input that shows successes holds it
  bool dateless_shown = false;
  std::map<std::int64_t, DayRange> showing;  ///< input → its days, of inputs that show successes
};

/// Ranges that touch or overlap become one.
std::vector<DayRange> merged(std::vector<DayRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<DayRange> out;
  for (const DayRange& range : ranges)
    if (!out.empty() && range.first <= out.back().last + 1)
      out.back().last = std::max(out.back().last, range.last);
    else
      out.push_back(range);
  return out;
}

void add_day(Covered& c, std::int64_t input, std::int64_t day, bool shown) {
  c.days[day] |= shown;
  if (!shown) return;
  DayRange& range = c.showing.try_emplace(input, DayRange{day, day}).first->second;
  range = {std::min(range.first, day), std::max(range.last, day)};
}

}  // namespace

std::vector<UsageRow> count_usage(Database& database) { return Counter(database).run(); }

std::vector<LogCoverage> count_coverage(Database& database) {
  struct About {
    int source = 0;
    std::string shown, hidden;
  };
  std::map<std::string, About> formats;
  Statement about = database.prepare("SELECT format, source, shown, hidden FROM usage_format");
  while (about.next()) formats[about.text(0)] = {static_cast<int>(about.integer(1)), about.text(2), about.text(3)};

  const auto names = tenant_names(database);
  std::set<std::pair<std::int64_t, std::string>> showing;
  Statement shows = database.prepare("SELECT input, format FROM usage_day GROUP BY input, format HAVING sum(shows) > 0");
  while (shows.next()) showing.emplace(shows.integer(0), shows.text(1));

  std::map<std::tuple<std::string, std::string, std::string>, Covered> all;
  std::map<std::pair<std::string, std::string>, std::set<int>> sources;  // of a tenant with events
  Statement rows = database.prepare(
      "SELECT input, idp, tenant, format, day, records, events, bad, first, last FROM usage_day ORDER BY idp, tenant");
  while (rows.next()) {
    std::string tenant = rows.text(2);
    if (const auto name = names.find({rows.text(1), tenant}); name != names.end()) tenant = name->second;
    Covered& c = all[{rows.text(1), tenant, rows.text(3)}];
    c.inputs.insert(rows.integer(0));
    c.sum.records += rows.count(5);
    c.sum.events += rows.count(6);
    c.sum.bad_records += rows.count(7);
    if (rows.count(6) > 0) sources[{rows.text(1), tenant}].insert(formats[rows.text(3)].source);
    const bool shown = showing.contains({rows.integer(0), rows.text(3)});
    if (rows.integer(4) == DayCoverage::kNoDay)
      c.dateless_shown |= shown;
    else
      add_day(c, rows.integer(0), rows.integer(4), shown);
    if (rows.integer(8) > rows.integer(9)) continue;
    if (c.sum.from.ns == 0 || rows.integer(8) < c.sum.from.ns) c.sum.from.ns = rows.integer(8);
    c.sum.to.ns = std::max(c.sum.to.ns, rows.integer(9));
  }

  std::vector<LogCoverage> out;
  for (auto& [key, c] : all) {
    std::tie(c.sum.idp, c.sum.tenant, c.sum.format) = key;
    c.sum.files = c.inputs.size();
    c.sum.days = c.days.size();
    std::vector<DayRange> ranges;
    for (const auto& [input, range] : c.showing) ranges.push_back(range);
    c.sum.success_days = merged(std::move(ranges));
    c.sum.successes_visible = c.days.empty() ? c.dateless_shown
                                             : std::all_of(c.days.begin(), c.days.end(), [](const auto& d) { return d.second; });
    const About& words = formats[c.sum.format];
    c.sum.why = c.sum.successes_visible ? words.shown : words.hidden;
    if (sources[{c.sum.idp, c.sum.tenant}].size() > 1)
      c.sum.why += "; log and stored events hold the same sign-ins: a success counts once by its token id, of the rest "
                   "the larger number per client and day";
    out.push_back(std::move(c.sum));
  }
  return out;
}

}  // namespace ropc::inventory
