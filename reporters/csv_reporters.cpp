#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/order.h"
#include "reporters/summary.h"

namespace ropc::reporters {
namespace {

/// RFC 4180: fields between commas, CR LF after each record.
class Csv {
 public:
  void record(const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) text_ += (i == 0 ? "" : ",") + csv_field(fields[i]);
    text_ += "\r\n";
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string number(std::uint64_t value) { return std::to_string(value); }
std::string known_number(std::uint32_t value) { return value == 0 ? std::string() : std::to_string(value); }
std::string yes(bool value) { return value ? "yes" : "no"; }

/// What the logs of a client's tenant cover, over all logs that were read of it.
struct Period {
  std::string from, to;
  std::uint64_t days = 0;  ///< of the log that covers most
};

Period period_of(const Report& report, const ClientKey& key) {
  Period period;
  for (const LogCoverage* c : coverage_of(report, key)) {
    if (c->days == 0) continue;
    const std::string from = to_day(c->from);
    const std::string to = to_day(c->to);
    if (period.from.empty() || from < period.from) period.from = from;
    if (to > period.to) period.to = to;
    period.days = std::max(period.days, c->days);
  }
  return period;
}

std::vector<std::string> client_record(const Report& report, const ClientRecord& c) {
  const KindCounts kinds = count_kinds(c.code);
  const Period period = period_of(report, c.key);
  const Recommendation& r = c.recommendation;
  std::vector<std::string> fields = {known_number(r.rank), std::string(name_of(c.status)), c.key.idp, c.key.tenant,
                                     c.key.client_id, c.name};
  const ClientUsage none;
  const ClientUsage& u = c.usage ? *c.usage : none;
  for (const std::uint64_t n : {u.total.success, u.total.failure, u.total.blocked, u.users, u.days})
    fields.push_back(c.usage ? number(n) : std::string());
  const bool seen = c.usage && u.days > 0;
  fields.push_back(seen ? to_iso8601(u.first_seen) : std::string());
  fields.push_back(seen ? to_iso8601(u.last_seen) : std::string());
  for (const std::string& text : {yes(successes_visible(report, c.key)), period.from, period.to, number(period.days),
                                  c.fact(IdpFact::Kind::password_grant, "unknown"),
                                  c.fact(IdpFact::Kind::client_type, "unknown"), number(kinds.request),
                                  number(kinds.enable), number(kinds.implement), number(kinds.mention), r.flow,
                                  std::string(name_of(r.confidence)), r.next_step, number(r.questions.size())})
    fields.push_back(text);
  return fields;
}

std::vector<std::string> finding_record(const FindingRow& row) {
  const Finding& f = *row.finding;
  const ClientKey key = row.client != nullptr
                            ? row.client->key
                            : ClientKey{f.idp.value_or(""), f.tenant.value_or(""), f.client_id.value_or("")};
  return {std::string(name_of(f.level)),
          std::string(name_of(f.kind)),
          std::string(name_of(f.confidence)),
          f.rule_id,
          f.where.path,
          known_number(f.where.line),
          known_number(f.where.column),
          key.idp,
          key.tenant,
          key.client_id,
          f.endpoint.value_or(""),
          f.language,
          f.construct,
          std::string(name_of(f.password_from)),
          yes(f.test_code),
          yes(f.sample_code),
          yes(f.vendored),
          f.suppressed.value_or(""),
          f.message,
          f.excerpt.str(),
          f.fingerprint};
}

}  // namespace

std::string clients_csv_report(const Report& report, const Style&) {
  Csv csv;
  csv.record({"rank", "status", "idp", "tenant", "client_id", "name", "success", "failure", "blocked", "users", "days",
              "first_seen", "last_seen", "successes_visible", "logs_from", "logs_to", "logs_days", "password_grant",
              "client_type", "code_request", "code_enable", "code_implement", "code_mention", "flow", "confidence",
              "next_step", "open_questions"});
  for (const ClientRecord* client : clients_by_urgency(report)) csv.record(client_record(report, *client));
  return csv.text();
}

std::string findings_csv_report(const Report& report, const Style&) {
  Csv csv;
  csv.record({"level", "kind", "confidence", "rule", "path", "line", "column", "idp", "tenant", "client_id", "endpoint",
              "language", "construct", "password_from", "test_code", "sample_code", "vendored", "suppressed", "message",
              "excerpt", "fingerprint"});
  for (const FindingRow& row : findings_worst_first(report, true)) csv.record(finding_record(row));
  return csv.text();
}

}  // namespace ropc::reporters
