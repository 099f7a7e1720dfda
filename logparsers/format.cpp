#include "logparsers/format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/text.h"
#include "logparsers/time_text.h"

namespace ropc::logparsers {
namespace {

/// '?' is any one character, a final '*' any rest.
bool like(std::string_view text, std::string_view pattern) {
  std::size_t i = 0;
  for (; i < pattern.size(); ++i) {
    if (pattern[i] == '*') return true;
    if (i >= text.size() || (pattern[i] != '?' && lower(pattern[i]) != lower(text[i]))) return false;
  }
  return i == text.size();
}

bool fits(Condition::Test test, std::string_view text, std::string_view word) {
  switch (test) {
    case Condition::Test::is:
      return equal_ignoring_case(text, word);
    case Condition::Test::starts:
      return equal_ignoring_case(text.substr(0, word.size()), word);
    case Condition::Test::ends:
      return text.size() >= word.size() && equal_ignoring_case(text.substr(text.size() - word.size()), word);
    case Condition::Test::contains:
      return contains_ignoring_case(text, word);
    case Condition::Test::like:
      return like(text, word);
    default:
      return false;
  }
}

bool upper_word(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

/// What a condition asks, whether or not it is negated.
bool answer(const Condition& c, const Format& format, const FieldTable& table) {
  if (c.test == Condition::Test::has)
    return table.has(format.field_slots[static_cast<std::size_t>(c.field)].front());
  const std::string_view text = format.field(table, c.field);
  if (c.test == Condition::Test::present) return !text.empty();
  if (c.test == Condition::Test::absent) return text.empty();
  if (c.test == Condition::Test::upper) return upper_word(text);
  return std::any_of(c.words.begin(), c.words.end(), [&](const std::string& w) { return fits(c.test, text, w); });
}

bool holds(const Condition& c, const Format& format, const FieldTable& table) {
  return answer(c, format, table) != c.negated;
}

/// What a record answers to the questions of a format's rules: many rules ask the same.
class Answers {
 public:
  Answers(const Format& format, const FieldTable& table) : format_(format), table_(table) {}

  bool hold(const std::vector<Condition>& conditions) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& c) { return get(c) != c.negated; });
  }

 private:
  enum class Known : std::uint8_t { no, yes_true, yes_false };

  bool get(const Condition& c) {
    if (c.number >= known_.size()) return answer(c, format_, table_);
    Known& known = known_[c.number];
    if (known == Known::no) known = answer(c, format_, table_) ? Known::yes_true : Known::yes_false;
    return known == Known::yes_true;
  }

  const Format& format_;
  const FieldTable& table_;
  std::array<Known, 64> known_{};
};

/// "2026-11-21 13:21:41,480" and "2026-11-21T13:21:41.480123+01:00" are one wall time.
void append_wall_time(std::string& out, std::string_view time) {
  std::size_t fraction = time.find_first_of(".,");
  if (fraction == std::string_view::npos) fraction = std::min<std::size_t>(time.size(), 19);
  for (const char c : time.substr(0, fraction)) out += c == 'T' ? ' ' : c;
  out += '.';
  for (std::size_t i = 1; i <= 3; ++i) {
    const char c = fraction + i < time.size() ? time[fraction + i] : '0';
    out += c >= '0' && c <= '9' ? c : '0';
  }
}

/// JSON without the blanks between its tokens, so that a pretty-printed copy is the same record.
void append_compact(std::string& out, std::string_view raw) {
  bool inside = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (!inside && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    out += c;
    if (c == '"') inside = !inside;
    if (inside && c == '\\' && i + 1 < raw.size()) out += raw[++i];
  }
}

/// The address without a port: "192.0.2.4:51044", "[2001:db8::1]:443".
std::string_view without_port(std::string_view address) {
  if (address.starts_with('[')) return address.substr(1, address.find(']') - 1);
  const std::size_t colon = address.find(':');
  return colon != std::string_view::npos && address.find(':', colon + 1) == std::string_view::npos
             ? address.substr(0, colon)
             : address;
}

/// A name as it is kept: what is longer is none.
std::string_view bounded(std::string_view name) { return name.substr(0, 1024); }

void reset(Reading& out) {
  out.time.reset();
  out.tenant = {};
  out.tenant_name = {};
  out.shows_success = false;
  out.leaks = false;
  out.fault = {};
}

/// How many attempts a record of an aggregate stands for; 1 where it says nothing of the kind.
std::uint64_t count_of(std::string_view text) {
  constexpr std::uint64_t kMost = 1'000'000'000'000;
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out > 0 ? std::min(out, kMost) : 1;
}

/// The plain name in a directory's distinguished name: "id=jdoe,ou=user,dc=example,dc=com" is jdoe.
std::string_view plain_user(std::string_view user) {
  if (!user.starts_with("id=") || user.find(",ou=") == std::string_view::npos) return user;
  return user.substr(3, user.find(',') - 3);
}

/// The time of a record; a wrapper's clock tells the zone that the record leaves out, when both show the same moment
/// but for whole quarters of an hour.
std::optional<Timestamp> settled_time(const Format& format, const FieldTable& table, const Outer& outer) {
  std::optional<Timestamp> own = parse_time(format.field(table, Format::kTime));
  if (!own) return outer.time;
  own->zone_known |= format.utc;
  if (own->zone_known || !outer.time || !outer.time->zone_known) return own;
  constexpr std::int64_t kQuarter = 900LL * 1'000'000'000;
  constexpr std::int64_t kSlack = 60LL * 1'000'000'000;
  const std::int64_t apart = own->at.ns - outer.time->at.ns;
  const std::int64_t offset = (apart + (apart < 0 ? -kQuarter : kQuarter) / 2) / kQuarter * kQuarter;
  if (std::abs(apart - offset) > kSlack || std::abs(offset) > 56 * kQuarter) return own;
  return Timestamp{TimePoint{own->at.ns - offset}, true};
}

}  // namespace

std::string_view Format::field(const FieldTable& table, int field) const {
  for (const int slot : field_slots[static_cast<std::size_t>(field)]) {
    const std::string_view text = table.text(slot);
    if (!text.empty()) return text;
  }
  return {};
}

void number_conditions(std::vector<EventRule>& rules) {
  std::vector<const Condition*> different;
  for (EventRule& rule : rules)
    for (Condition& c : rule.when) {
      const auto same = std::find_if(different.begin(), different.end(), [&](const Condition* d) {
        return d->field == c.field && d->test == c.test && d->words == c.words;
      });
      c.number = static_cast<std::size_t>(same - different.begin());
      if (same == different.end()) different.push_back(&c);
    }
}

bool holds(const std::vector<Condition>& conditions, const Format& format, const FieldTable& table) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const Condition& c) { return holds(c, format, table); });
}

Verdict FormatReader::read_fields(const Format& format, FieldTable& table, std::string_view raw, const Outer& outer,
                                  Reading& out) const {
  const auto fits_one = [&](const std::vector<Condition>& list) { return holds(list, format, table); };
  if (std::none_of(format.recognise.begin(), format.recognise.end(), fits_one)) return Verdict::not_mine;
  if (!format.shape) return judge(format, table, raw, outer, out);
  reset(out);
  out.time = settled_time(format, table, outer);
  TextRecord text{format.field(table, format.shape_field), outer, {}, nullptr, 0};
  const Fit fit = format.shape->take(text, table);
  if (fit == Fit::fields) return judge(format, table, raw, outer, out);
  if (fit == Fit::broken) out.fault = "cut or unreadable message";
  return fit == Fit::no || fit == Fit::neighbour ? Verdict::neighbour
         : fit == Fit::other                     ? Verdict::other_event
                                                 : Verdict::malformed;
}

Verdict FormatReader::read_text(const Format& format, TextRecord& record, FieldTable& table, Reading& out) const {
  table.clear();
  const Fit fit = format.shape->take(record, table);
  if (fit == Fit::no) return Verdict::not_mine;
  if (fit == Fit::fields) return judge(format, table, record.text, record.outer, out);
  reset(out);
  out.time = settled_time(format, table, record.outer);
  if (fit == Fit::broken) out.fault = "cut or unreadable record";
  return fit == Fit::broken ? Verdict::malformed : fit == Fit::other ? Verdict::other_event : Verdict::neighbour;
}

Verdict FormatReader::judge(const Format& format, FieldTable& table, std::string_view raw, const Outer& outer,
                            Reading& out) const {
  reset(out);
  if (format.http)
    format.http->run({format.field(table, format.http_fields.request), format.field(table, format.http_fields.query),
                      format.field(table, format.http_fields.body), format.field(table, format.http_fields.authorization),
                      format.field(table, format.http_fields.remote_user)},
                     table);
  out.time = settled_time(format, table, outer);
  out.tenant = bounded(format.field(table, Format::kTenant));
  out.tenant_name = bounded(format.field(table, Format::kTenantName));
  if (out.tenant.empty()) out.tenant = out.tenant_name;
  out.leaks = !format.field(table, Format::kLeak).empty();
  out.shows_success = format.shows == Format::Shows::always;
  if (format.shows == Format::Shows::when)
    out.shows_success = std::any_of(format.shows_when.begin(), format.shows_when.end(),
                                    [&](const auto& list) { return holds(list, format, table); });
  if (!format.aspects.empty()) return join(format, table, out);
  Answers answers(format, table);
  const auto rule = std::find_if(format.events.begin(), format.events.end(),
                                 [&](const EventRule& r) { return answers.hold(r.when); });
  if (rule == format.events.end()) return Verdict::other_event;
  fill(format, table, out);
  LogEvent& e = out.event;
  if (rule->client >= 0) e.client.client_id = bounded(format.field(table, rule->client));
  e.grant = rule->grant;
  e.outcome = rule->outcome;
  e.error = rule->outcome == Outcome::success ? std::string_view() : bounded(format.field(table, Format::kError));
  e.user = user_of(format, out.tenant, format.field(table, Format::kUser));
  identify(format, table, raw, out);
  return Verdict::password_grant;
}

Verdict FormatReader::join(const Format& format, const FieldTable& table, Reading& out) const {
  std::string_view key = format.field(table, format.join_key);
  if (!format.join_until.empty()) key = key.substr(0, key.find(format.join_until));
  if (key.empty()) return Verdict::other_event;
  LogEvent& e = out.event;
  std::uint32_t aspects = 0;
  for (std::size_t i = 0; i < format.aspects.size(); ++i) {
    const Aspect& aspect = format.aspects[i];
    if (!holds(aspect.when, format, table)) continue;
    if (aspects == 0) {
      fill(format, table, out);
      e.client.client_id.clear();
    }
    aspects |= 1U << i;
    const auto rank = static_cast<std::uint8_t>(std::min<std::size_t>(i + 1, 15));
    if (aspect.client >= 0)
      if (const std::string_view client = format.field(table, aspect.client); !client.empty()) {
        e.client.client_id = bounded(client);
        e.client_rank = rank;
      }
    if (aspect.user >= 0)
      if (const std::string_view user = format.field(table, aspect.user); !user.empty()) {
        e.user = user_of(format, {}, user);
        e.user_rank = rank;
      }
    if (aspect.error >= 0) e.error = bounded(format.field(table, aspect.error));
  }
  if (aspects == 0) return Verdict::other_event;
  e.aspects = aspects;
  e.join_format = format.id;
  std::string text = format.idp;
  text += "\njoin\n";
  text += key;
  e.identity = digest_of(text);
  e.record = {};
  e.unique = true;
  return Verdict::part_of_sign_in;
}

UserDigest FormatReader::user_of(const Format& format, std::string_view tenant, std::string_view user) const {
  if (users_ == nullptr) return {};
  std::string scope = format.idp;
  scope += '\n';
  scope += tenant;
  return (*users_)(scope, plain_user(user));
}

void FormatReader::fill(const Format& format, const FieldTable& table, Reading& out) const {
  LogEvent& e = out.event;
  e.client.idp = format.idp;
  e.client.tenant = out.tenant;
  e.client.client_id = bounded(format.field(table, Format::kClient));
  e.client_name = bounded(format.field(table, Format::kClientName));
  e.redirect_uri = bounded(format.field(table, Format::kRedirect));
  e.at = out.time ? out.time->at : TimePoint{};
  e.zone_known = out.time && out.time->zone_known;
  e.source = format.source;
  e.grant = GrantClass::ropc;
  e.outcome = Outcome::unknown;
  e.error.clear();
  e.user = {};
  e.aspects = 0;
  e.join_format.clear();
  e.client_rank = e.user_rank = 0;
  e.address = without_port(format.field(table, Format::kAddress));
  e.origin = users_ == nullptr ? UserDigest() : (*users_)("address", e.address);
  e.user_agent = format.field(table, Format::kUserAgent);
  e.resource = format.field(table, Format::kResource);
  e.scope = format.field(table, Format::kScope);
  e.mfa = format.field(table, Format::kMfa);
  e.count = count_of(format.field(table, Format::kCount));
}

void FormatReader::identify(const Format& format, const FieldTable& table, std::string_view raw, Reading& out) const {
  LogEvent& e = out.event;
  e.record = {};
  e.unique = true;
  std::string text = format.idp;
  const auto add_all = [&](const std::vector<int>& fields) {
    bool any = false;
    for (const int f : fields) {
      const std::string_view value = format.field(table, f);
      text += '\n';
      text += value;
      any |= !value.empty();
    }
    return any;
  };
  text += "\ntoken";
  if (e.outcome == Outcome::success && add_all(format.identity.token)) {
    e.identity = digest_of(text);
    return;
  }
  text = format.idp + "\nid";
  const bool has_id = add_all(format.identity.id);
  if (has_id && format.identity.content.empty()) {
    e.identity = digest_of(text);
    return;
  }
  if (has_id) e.record = digest_of(text);
  e.unique = false;
  text = format.idp + "\ncontent";
  if (format.identity.wall_time) append_wall_time(text, format.field(table, Format::kTime));
  if (!add_all(format.identity.content)) append_compact(text, raw);
  e.identity = digest_of(text);
}

}  // namespace ropc::logparsers
