#include "inventory/usage_partial.h"

#include <array>
#include <cstddef>
#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "inventory/usage_about.h"

namespace ropc::inventory {
namespace {

using nlohmann::json;

constexpr const char* kSchema = "ropc-audit/partial/v1";
constexpr std::size_t kLongestLine = 256 << 10;

std::string line_of(const json& row) { return row.dump(-1, ' ', false, json::error_handler_t::replace) + '\n'; }

std::string hex_of(const Digest& digest) { return digest == Digest{} ? std::string() : to_hex(digest); }

/// One line's values by their place; a value of another kind makes the line wrong.
class Row {
 public:
  explicit Row(const json& row) : row_(row) {}

  std::string text() {
    const json* value = next();
    if (value != nullptr && value->is_string()) return value->get<std::string>();
    ok_ = false;
    return {};
  }
  template <class Number>
  Number number() {
    const json* value = next();
    if (value != nullptr && value->is_number_integer()) {
      const bool big = value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{INT64_MAX};
      const std::int64_t n = big ? -1 : value->get<std::int64_t>();
      if (!big && std::in_range<Number>(n)) return static_cast<Number>(n);
    }
    ok_ = false;
    return {};
  }
  bool flag() { return number<std::uint8_t>() != 0; }
  /// An enumerator up to `last`.
  template <class Enum>
  Enum one_of(Enum last) {
    const auto value = number<std::uint8_t>();
    if (value <= static_cast<std::uint8_t>(last)) return static_cast<Enum>(value);
    ok_ = false;
    return {};
  }
  Digest digest() {
    const std::string hex = text();
    Digest out;
    if (hex.empty()) return out;
    if (hex.size() != 2 * out.bytes.size()) ok_ = false;
    for (std::size_t i = 0; ok_ && i < hex.size(); ++i) {
      constexpr std::string_view kDigits = "0123456789abcdef";
      const std::size_t digit = kDigits.find(hex[i]);
      if (digit == std::string_view::npos) ok_ = false;
      out.bytes[i / 2] = static_cast<std::uint8_t>(out.bytes[i / 2] << 4U | (digit & 15U));
    }
    return out;
  }
  const json& list() {
    static const json none = json::array();
    const json* value = next();
    if (value != nullptr && value->is_array()) return *value;
    ok_ = false;
    return none;
  }
  /// Whether all values were as they must be, and there were no more.
  [[nodiscard]] bool done() const { return ok_ && at_ == row_.size(); }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  const json* next() { return at_ < row_.size() ? &row_[at_++] : nullptr; }
  const json& row_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

bool read_event(Row& row, UsageSink& sink) {
  LogEvent e;
  e.identity = row.digest();
  e.record = row.digest();
  e.client.idp = row.text();
  e.client.tenant = row.text();
  e.client.client_id = row.text();
  e.redirect_uri = row.text();
  e.client_name = row.text();
  e.at.ns = row.number<std::int64_t>();
  e.zone_known = row.flag();
  e.grant = row.one_of(GrantClass::token_endpoint_unknown_grant);
  e.outcome = row.one_of(Outcome::unknown);
  e.error = row.text();
  e.user = UserDigest::stored(row.digest());
  e.source = row.one_of(SourceKind::listener);
  e.unique = row.flag();
  e.aspects = row.number<std::uint32_t>();
  e.join_format = row.text();
  e.client_rank = row.number<std::uint8_t>();
  e.user_rank = row.number<std::uint8_t>();
  e.count = row.number<std::uint64_t>();
  e.origin = UserDigest::stored(row.digest());
  for (std::string* text : {&e.user_agent, &e.resource, &e.scope, &e.mfa}) *text = row.text();
  if (!row.done() || e.count == 0 || e.identity == Digest{}) return false;
  sink.add(e);
  return true;
}

bool read_day(Row& row, UsageSink& sink) {
  DayCoverage c;
  c.idp = row.text();
  c.tenant = row.text();
  c.format = row.text();
  c.day = row.number<std::int64_t>();
  c.records = row.number<std::uint64_t>();
  c.events = row.number<std::uint64_t>();
  c.bad_records = row.number<std::uint64_t>();
  c.shows_success = row.number<std::uint64_t>();
  c.from.ns = row.number<std::int64_t>();
  c.to.ns = row.number<std::int64_t>();
  c.source = row.one_of(SourceKind::listener);
  c.why_shown = row.text();
  c.why_hidden = row.text();
  if (!row.done()) return false;
  sink.add(c);
  return true;
}

bool read_rules(Row& row, UsageSink& sink) {
  JoinRules rules;
  rules.format = row.text();
  for (const json& one : row.list()) {
    if (!one.is_array()) return false;
    Row values(one);
    JoinRule rule;
    rule.all = values.number<std::uint32_t>();
    rule.any = values.number<std::uint32_t>();
    rule.none = values.number<std::uint32_t>();
    rule.grant = values.one_of(GrantClass::token_endpoint_unknown_grant);
    rule.outcome = values.one_of(Outcome::unknown);
    if (!values.done()) return false;
    rules.rules.push_back(rule);
  }
  if (!row.done()) return false;
  sink.add(rules);
  return true;
}

bool read_name(Row& row, UsageSink& sink) {
  TenantName name;
  name.idp = row.text();
  name.id = row.text();
  name.name = row.text();
  if (!row.done()) return false;
  sink.add(name);
  return true;
}

bool read_diagnostic(Row& row, UsageSink& sink) {
  Diagnostic d;
  d.level = row.one_of(Diagnostic::Level::incomplete);
  d.message = row.text();
  d.where.path = row.text();
  d.where.line = row.number<std::uint32_t>();
  if (!row.done()) return false;
  sink.add(std::move(d));
  return true;
}

struct Kind {
  std::string_view tag;
  bool (*read)(Row& row, UsageSink& sink);
};
constexpr std::array<Kind, 5> kKinds = {{{"event", read_event},
                                         {"day", read_day},
                                         {"name", read_name},
                                         {"rules", read_rules},
                                         {"diagnostic", read_diagnostic}}};

/// Reads line after line; between "input" and "end" the sink has an input open.
class Reader {
 public:
  explicit Reader(UsageSink& sink) : sink_(sink) {}

  /// False: the line is not as it is written.
  bool line(const json& row) {
    if (!row.is_array() || row.empty()) return false;
    Row values(row);
    const std::string tag = values.text();
    if (tag == "input") return begin(values);
    if (tag == "end" || tag == "abandon") return finish(tag == "end");
    if (!open_) return false;
    for (const Kind& kind : kKinds)
      if (kind.tag == tag) {
        summary_.events += tag == "event" ? 1 : 0;
        return kind.read(values, sink_);
      }
    return false;
  }
  void abandon() {
    if (std::exchange(open_, false)) sink_.abandon_input();
  }
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] const PartialSummary& summary() const { return summary_; }

 private:
  bool begin(Row& row) {
    const std::string schema = row.text();
    InputLabel label;
    label.label = row.text();
    label.part = row.text();
    if (open_ || !row.done() || schema != kSchema) return false;
    open_ = true;
    sink_.begin_input(label);
    return true;
  }
  bool finish(bool complete) {
    if (!open_) return false;
    open_ = false;
    summary_.inputs += complete ? 1 : 0;
    complete ? sink_.end_input() : sink_.abandon_input();
    return true;
  }

  UsageSink& sink_;
  PartialSummary summary_;
  bool open_ = false;
};

}  // namespace

PartialWriter::PartialWriter(std::function<void(std::string_view)> write) : write_(std::move(write)) {}

void PartialWriter::begin_input(const InputLabel& input) {
  write_(line_of(json::array({"input", kSchema, input.label, input.part})));
}

void PartialWriter::add(const LogEvent& e) {
  write_(line_of(json::array({"event", hex_of(e.identity), hex_of(e.record), e.client.idp, e.client.tenant,
                              e.client.client_id, e.redirect_uri, e.client_name, e.at.ns, static_cast<int>(e.zone_known),
                              static_cast<int>(e.grant), static_cast<int>(e.outcome), e.error, hex_of(e.user.digest()),
                              static_cast<int>(e.source), static_cast<int>(e.unique), e.aspects, e.join_format,
                              e.client_rank, e.user_rank, e.count, hex_of(e.origin.digest()), kept_text(e.user_agent),
                              kept_text(e.resource), kept_text(e.scope), kept_text(e.mfa)})));
}

void PartialWriter::add(const JoinRules& rules) {
  json list = json::array();
  for (const JoinRule& r : rules.rules)
    list.push_back(json::array({r.all, r.any, r.none, static_cast<int>(r.grant), static_cast<int>(r.outcome)}));
  write_(line_of(json::array({"rules", rules.format, list})));
}

void PartialWriter::add(const TenantName& name) { write_(line_of(json::array({"name", name.idp, name.id, name.name}))); }

void PartialWriter::add(const DayCoverage& c) {
  write_(line_of(json::array({"day", c.idp, c.tenant, c.format, c.day, c.records, c.events, c.bad_records, c.shows_success,
                              c.from.ns, c.to.ns, static_cast<int>(c.source), c.why_shown, c.why_hidden})));
}

void PartialWriter::add(Diagnostic d) {
  write_(line_of(json::array({"diagnostic", static_cast<int>(d.level), d.message, d.where.path, d.where.line})));
}

void PartialWriter::end_input() { write_("[\"end\"]\n"); }
void PartialWriter::abandon_input() { write_("[\"abandon\"]\n"); }

Result<PartialSummary> read_partial(std::istream& from, const std::string& name, UsageSink& sink) {
  Reader reader(sink);
  std::string buffer(kLongestLine, '\0');
  std::uint64_t number = 0;
  const auto wrong = [&](const std::string& what) {
    reader.abandon();
    return fail(ErrorCode::schema, "line " + std::to_string(number) + " " + what + "; the input it belongs to does not count", name);
  };
  while (from.getline(buffer.data(), static_cast<std::streamsize>(buffer.size()))) {
    ++number;
    const auto length = static_cast<std::size_t>(from.gcount());
    const std::string_view line = std::string_view(buffer).substr(0, length - (from.eof() ? 0 : 1));
    if (line.empty()) continue;
    if (!reader.line(json::parse(line, nullptr, false))) return wrong("is none of a partial that `ingest --emit` writes");
  }
  if (!from.eof()) return wrong("is longer than any of a partial, or cannot be read");
  if (reader.open()) return wrong("is the last one, the partial is cut there");
  return reader.summary();
}

}  // namespace ropc::inventory
