#include "inventory/usage_store.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/text.h"
#include "inventory/day_store.h"
#include "inventory/event_runs.h"
#include "inventory/usage_about.h"
#include "inventory/usage_count.h"
#include "inventory/usage_coverage.h"
#include "inventory/usage_row.h"

namespace ropc::inventory {
namespace {

constexpr std::size_t kCache = 32 << 10;   ///< client ids and error words that are remembered
constexpr std::size_t kMaxWord = 200;

bool same_key(const CountedEvent& a, const CountedEvent& b) {
  return a.event.identity == b.event.identity && a.event.record == b.event.record;
}

/// The copy that tells more goes first; among equals any order that does not depend on when they were read.
auto worth(const UsageEvent& e) {
  constexpr int rank[] = {3, 1, 2, 0};  // success, failure, blocked, unknown
  return std::make_tuple(rank[static_cast<std::size_t>(e.outcome)], e.zone_known && e.at, e.in(SourceKind::store),
                         e.user != Digest{}, e.at.value_or(INT64_MIN), static_cast<int>(e.grant), e.user);
}

std::string json_of(const JoinRules& rules) {
  nlohmann::json out = nlohmann::json::array();
  for (const JoinRule& r : rules.rules)
    out.push_back({r.all, r.any, r.none, static_cast<int>(r.grant), static_cast<int>(r.outcome)});
  return out.dump();
}

}  // namespace

struct UsageStore::Impl {
  explicit Impl(Database& db)
      : database(db),
        abouts(db),
        find_client(db.prepare("SELECT id, name FROM usage_client WHERE idp = ? AND tenant = ? AND client_id = ? "
                               "AND redirect_uri = ?")),
        add_client(db.prepare("INSERT INTO usage_client (idp, tenant, client_id, redirect_uri, name) VALUES (?, ?, ?, ?, ?)")),
        name_client(db.prepare("UPDATE usage_client SET name = ? WHERE id = ? AND name < ?")),
        find_error(db.prepare("SELECT id FROM usage_error WHERE word = ?")),
        add_error(db.prepare("INSERT INTO usage_error (word) VALUES (?)")),
        words(db.prepare("SELECT c.idp, c.tenant, c.client_id, coalesce(e.word, '') FROM usage_client c "
                         "LEFT JOIN usage_error e ON e.id = ? WHERE c.id = ?")),
        find_event(db.prepare("SELECT client, error, user, at, other_at, flags, aspects, joined, about, n, reading, n_reading "
                              "FROM usage_event WHERE identity = ? AND record = ?")),
        add_event(db.prepare("INSERT INTO usage_event (identity, record, client, error, user, at, other_at, flags, aspects, "
                             "joined, about, n, reading, n_reading) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")),
        change_event(db.prepare("UPDATE usage_event SET client = ?, error = ?, user = ?, at = ?, other_at = ?, flags = ?, "
                                "aspects = ?, joined = ?, about = ?, n = ?, reading = ?, n_reading = ? "
                                "WHERE identity = ? AND record = ?")),
        add_join(db.prepare("INSERT INTO usage_join (format, rules) VALUES (?, ?) "
                            "ON CONFLICT DO UPDATE SET rules = excluded.rules")),
        find_word(db.prepare("SELECT word FROM usage_error WHERE id = ?")),
        find_join(db.prepare("SELECT id FROM usage_join WHERE format = ?")),
        add_part(db.prepare(
            "INSERT INTO usage_part (identity, record, input, part, n, reading, n_reading) VALUES (?1,?2,?3,?4,?5,?6,?5) "
            "ON CONFLICT DO UPDATE SET n = max(n, CASE reading WHEN ?6 THEN n_reading + ?5 ELSE ?5 END), "
            "n_reading = CASE reading WHEN ?6 THEN n_reading + ?5 ELSE ?5 END, reading = ?6")),
        add_name(db.prepare("INSERT OR IGNORE INTO tenant_name (idp, id, name) VALUES (?, ?, ?)")),
        add_diagnostic(db.prepare(
            "INSERT INTO diagnostic (input, level, message, path, line) SELECT ?1,?2,?3,?4,?5 WHERE NOT EXISTS "
            "(SELECT 1 FROM diagnostic WHERE input = ?1 AND level = ?2 AND message = ?3 AND path = ?4 AND line = ?5)")) {
    last_reading = database.integer("SELECT reading FROM usage_reading");
  }

  void begin(const InputLabel& label) {
    transaction = std::make_unique<Transaction>(database);
    Statement insert = database.prepare("INSERT OR IGNORE INTO input (kind, label) VALUES ('log', ?)");
    insert.bind(label.label).run();
    Statement find = database.prepare("SELECT id FROM input WHERE kind = 'log' AND label = ?");
    find.bind(label.label);
    input = find.next() ? find.integer(0) : 0;
    find.reset();
    part = label.part;
    file = label.file;
    whole = false;
    from_start = false;
    const std::optional<KnownLog> known = label.continues ? files.find(label.label) : std::nullopt;
    continues = known.has_value();
    reading = known ? known->reading : ++last_reading;
    Statement remember = database.prepare("UPDATE usage_reading SET reading = ?");
    remember.bind(last_reading).run();
    if (part.empty() && !continues) {
      Statement forget = database.prepare("DELETE FROM diagnostic WHERE input = ?");
      forget.bind(input).run();
    }
  }

  std::int64_t client_id(const LogEvent& e) {
    key.clear();
    for (const std::string* word : {&e.client.idp, &e.client.tenant, &e.client.client_id, &e.redirect_uri, &e.client_name}) {
      key += *word;
      key += '\0';
    }
    if (const auto known = clients.find(key); known != clients.end()) return known->second;
    const std::string tenant = valid_utf8(e.client.tenant);
    const std::string id = valid_utf8(e.client.client_id);
    const std::string name = valid_utf8(e.client_name);
    const std::string redirect = valid_utf8(e.redirect_uri);
    find_client.bind(e.client.idp).bind(tenant).bind(id).bind(redirect);
    std::int64_t out = 0;
    if (find_client.next()) {
      out = find_client.integer(0);
      find_client.reset();
      name_client.bind(name).bind(out).bind(name).run();
    } else {
      add_client.bind(e.client.idp).bind(tenant).bind(id).bind(redirect).bind(name).run();
      out = database.last_id();
    }
    if (clients.size() >= kCache) clients.clear();
    clients.emplace(key, out);
    return out;
  }

  std::int64_t error_id(const std::string& word) {
    if (word.empty()) return 0;
    if (const auto known = errors.find(word); known != errors.end()) return known->second;
    const std::string text = valid_utf8(std::string_view(word).substr(0, kMaxWord));
    find_error.bind(text);
    std::int64_t out = 0;
    if (find_error.next()) {
      out = find_error.integer(0);
      find_error.reset();
    } else {
      add_error.bind(text).run();
      out = database.last_id();
    }
    if (errors.size() >= kCache) errors.clear();
    errors.emplace(word, out);
    return out;
  }

  std::int64_t join_id(const std::string& format) {
    if (const auto known = joins.find(format); known != joins.end()) return known->second;
    find_join.bind(format);
    const std::int64_t out = find_join.next() ? find_join.integer(0) : 0;
    find_join.reset();
    joins.emplace(format, out);
    return out;
  }

  void add(const LogEvent& e) {
    CountedEvent& a = pending.add();
    UsageEvent& row = a.event;
    row.identity = e.identity;
    row.record = e.record;
    row.client = client_id(e);
    row.error = error_id(e.error);
    row.user = e.user.digest();
    if (e.at.ns != 0) row.at = e.at.ns;
    row.grant = e.grant;
    row.outcome = e.outcome;
    row.sources = static_cast<std::uint8_t>(1U << static_cast<unsigned>(e.source));
    row.zone_known = e.zone_known;
    row.unique = e.unique;
    row.client_rank = e.client_rank;
    row.user_rank = e.user_rank;
    row.aspects = e.aspects;
    row.joined = e.aspects == 0 ? 0 : join_id(e.join_format);
    row.about = abouts.id_of(e);
    a.count = static_cast<std::int64_t>(e.count);
  }

  /// The next event in the order of the key: copies are put together before they are written.
  void take(const CountedEvent& next) {
    if (held && same_key(*held, next)) {
      held->count = held->event.unique ? std::max(held->count, next.count) : held->count + next.count;
      merge(held->event, next.event);
      return;
    }
    if (held) write(*held);
    held = next;
  }

  void flush() {
    if (auto ok = pending.finish(); !ok) database.fail(ok.error());
    if (held) write(*held);
    held.reset();
  }

  void write(const CountedEvent& a) {
    const UsageEvent& e = a.event;
    const bool in_part = !part.empty() && !e.unique;
    if (in_part)
      add_part.bind(e.identity).bind_record(e.record).bind(input).bind(part).bind(a.count).bind(reading).run();
    const std::int64_t count = in_part ? 0 : a.count;
    add_event.bind(e.identity).bind_record(e.record).bind(e.client).bind(e.error);
    bind_rest(add_event, e);
    add_event.bind(count).bind(reading).bind(count).run();
    if (database.changes() == 0) change(e, count);
  }

  static void bind_rest(Statement& s, const UsageEvent& e) {
    if (e.user == Digest{})
      s.bind_null();
    else
      s.bind(e.user);
    s.bind_optional(e.at).bind_optional(e.other_at).bind(e.flags()).bind(e.aspects).bind(e.joined).bind(e.about);
  }

  /// The event is there already: keep what both copies tell, and the larger count.
  void change(const UsageEvent& e, std::int64_t count) {
    find_event.bind(e.identity).bind_record(e.record);
    if (!find_event.next()) return;
    UsageEvent row;
    row.identity = e.identity;
    row.record = e.record;
    row.client = find_event.integer(0);
    row.error = find_event.integer(1);
    row.user = find_event.digest(2);
    if (!find_event.is_null(3)) row.at = find_event.integer(3);
    if (!find_event.is_null(4)) row.other_at = find_event.integer(4);
    row.set_flags(find_event.integer(5));
    row.aspects = static_cast<std::uint32_t>(find_event.integer(6));
    row.joined = find_event.integer(7);
    row.about = find_event.integer(8);
    const std::int64_t n = find_event.integer(9);
    const bool same_reading = find_event.integer(10) == reading;
    // How often the lines before held it is known only while no other input did.
    from_start |= continues && !e.unique && !same_reading;
    const std::int64_t before = same_reading ? find_event.integer(11) : 0;
    find_event.reset();
    const std::int64_t n_reading = e.unique ? std::max(before, count) : before + count;
    merge(row, e);
    change_event.bind(row.client).bind(row.error);
    bind_rest(change_event, row);
    change_event.bind(std::max(n, n_reading)).bind(reading).bind(n_reading).bind(e.identity).bind_record(e.record).run();
  }

  std::tuple<std::string, std::string, std::string, std::string> words_of(const UsageEvent& e) {
    words.bind(e.error).bind(e.client);
    std::tuple<std::string, std::string, std::string, std::string> out;
    if (words.next()) out = {words.text(0), words.text(1), words.text(2), words.text(3)};
    words.reset();
    return out;
  }

  /// Records of one sign-in: each field from the record that tells it best.
  void merge_parts(UsageEvent& a, const UsageEvent& b) {
    UsageEvent only_client_a = a;
    UsageEvent only_client_b = b;
    only_client_a.error = only_client_b.error = 0;
    if (b.client_rank > a.client_rank ||
        (b.client_rank == a.client_rank && a.client != b.client && words_of(only_client_a) < words_of(only_client_b))) {
      a.client = b.client;
      a.client_rank = b.client_rank;
    }
    if (std::tie(b.user_rank, b.user) > std::tie(a.user_rank, a.user)) {
      a.user = b.user;
      a.user_rank = b.user_rank;
    }
    if (a.error != b.error && word_of(b.error) > word_of(a.error)) a.error = b.error;
    if (b.at && (!a.at || *b.at < *a.at)) {
      a.at = b.at;
      a.zone_known = b.zone_known;
    }
    a.aspects |= b.aspects;
    a.joined = std::max(a.joined, b.joined);
    a.sources |= b.sources;
  }

  std::string word_of(std::int64_t error) {
    if (error == 0) return {};
    find_word.bind(error);
    std::string out = find_word.next() ? find_word.text(0) : std::string();
    find_word.reset();
    return out;
  }

  /// Makes `a` what both say. Commutative and associative.
  void merge(UsageEvent& a, const UsageEvent& b) {
    const std::int64_t about = abouts.merged(a.about, b.about);
    a.aspects != 0 && b.aspects != 0 ? merge_parts(a, b) : merge_copies(a, b);
    a.about = about;
  }

  void merge_copies(UsageEvent& a, const UsageEvent& b) {
    std::optional<std::int64_t> other = std::max(a.other_at, b.other_at);
    if (!a.zone_known && a.at) other = std::max(other, a.at);
    if (!b.zone_known && b.at) other = std::max(other, b.at);
    const std::uint8_t sources = a.sources | b.sources;
    const bool unique = a.unique || b.unique;
    bool better = worth(a) < worth(b);
    if (worth(a) == worth(b) && (a.client != b.client || a.error != b.error)) better = words_of(a) < words_of(b);
    if (better) {
      const std::int64_t n = a.n;
      a = b;
      a.n = n;
    }
    a.sources = sources;
    a.unique = unique;
    a.other_at = a.zone_known && a.at ? other : std::nullopt;
  }

  void end() {
    flush();
    if (from_start) return abandon();
    if (file && whole)
      files.set(input, *file, lines, reading);
    else
      files.forget(input);
    if (transaction) transaction->commit();
    transaction.reset();
    input = 0;
  }

  void abandon() {
    pending.clear();
    held.reset();
    clients.clear();
    errors.clear();
    joins.clear();
    abouts.forget();
    transaction.reset();
    input = 0;
  }

  Database& database;
  AboutStore abouts;
  LogFiles files{database};
  DayStore days{database};
  Statement find_client, add_client, name_client, find_error, add_error, words, find_event, add_event, change_event,
      add_join, find_word, find_join, add_part, add_name, add_diagnostic;
  std::unique_ptr<Transaction> transaction;
  std::int64_t input = 0;
  std::string part;
  std::int64_t reading = 0;       ///< number of the reading that is under way
  std::int64_t last_reading = 0;  ///< the largest number so far
  std::optional<FileState> file;
  std::optional<std::uint64_t> lines;
  bool whole = false;
  bool continues = false;         ///< it counts on from an earlier reading of the same file
  bool from_start = false;        ///< and cannot
  EventRuns pending{[this](const CountedEvent& next) { take(next); }};
  std::optional<CountedEvent> held;  ///< the last one that was taken; its copies may follow
  std::unordered_map<std::string, std::int64_t> clients, errors, joins;
  std::string key;
};

UsageStore::UsageStore(Database& database) : impl_(std::make_unique<Impl>(database)) {}
UsageStore::~UsageStore() = default;

void UsageStore::begin_input(const InputLabel& input) { impl_->begin(input); }
void UsageStore::add(const LogEvent& event) { impl_->add(event); }
void UsageStore::end_input() { impl_->end(); }
void UsageStore::abandon_input() { impl_->abandon(); }

void UsageStore::add(const JoinRules& rules) { impl_->add_join.bind(rules.format).bind(json_of(rules)).run(); }

void UsageStore::add(const TenantName& name) {
  impl_->add_name.bind(name.idp).bind(valid_utf8(name.id)).bind(valid_utf8(name.name)).run();
}

void UsageStore::add(const DayCoverage& c) { impl_->days.add(impl_->input, impl_->part, c, impl_->continues); }

void UsageStore::add(Diagnostic d) {
  if (impl_->input == 0) return;
  impl_->add_diagnostic.bind(impl_->input).bind(static_cast<int>(d.level)).bind(valid_utf8(d.message));
  impl_->add_diagnostic.bind(valid_utf8(d.where.path)).bind(d.where.line).run();
}

void UsageStore::whole(std::optional<std::uint64_t> lines) {
  impl_->whole = true;
  impl_->lines = lines;
}

std::optional<KnownLog> UsageStore::known_log(const std::string& label) { return impl_->files.find(label); }
bool UsageStore::must_read_from_start() const { return impl_->from_start; }

std::vector<UsageRow> UsageStore::usage() const { return count_usage(impl_->database); }
std::vector<LogCoverage> UsageStore::coverage() const { return count_coverage(impl_->database); }

}  // namespace ropc::inventory
