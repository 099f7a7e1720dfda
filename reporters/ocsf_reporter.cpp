#include <array>
#include <string>

#include "common/text.h"
#include "model/names.h"
#include "reporters/client_issue.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "reporters/json_v1.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"

// OCSF Detection Finding (class 2004) for clients and for code, a JSON object a line. Beyond what the class requires,
// our own fields stand under `unmapped`.

namespace ropc::reporters {
namespace {

constexpr std::string_view kSchemaVersion = "1.8.0";
constexpr int kCategory = 2;
constexpr int kClass = 2004;
constexpr int kCreate = 1;
constexpr int kNew = 1;
constexpr int kSuppressed = 3;

int severity(Level level) {
  constexpr std::array<int, 3> ids = {1, 3, 4};  // informational, medium, high
  return ids[static_cast<std::size_t>(level)];
}

std::int64_t milliseconds(TimePoint at) { return at.ns / 1'000'000; }

Json event(const Report& report, Level level, TimePoint at) {
  Json out = {{"activity_id", kCreate},
              {"category_uid", kCategory},
              {"class_uid", kClass},
              {"type_uid", kClass * 100 + kCreate},
              {"severity_id", severity(level)},
              {"status_id", kNew},
              {"time", milliseconds(at)}};
  Json product = {{"name", "ropc-audit"}, {"vendor_name", "ropc-audit"}, {"version", valid_utf8(report.tool_version)}};
  out["metadata"] = {{"version", kSchemaVersion}, {"product", product}};
  return out;
}

Json client_event(const Report& report, const ClientIssue& issue, TimePoint at) {
  const ClientRecord& client = *issue.client;
  Json out = event(report, issue.level, client.usage && client.usage->days > 0 ? client.usage->last_seen : at);
  out["finding_info"] = {{"uid", issue.id}, {"title", issue.title}, {"desc", issue.description}};
  out["message"] = issue.title;
  out["remediation"] = {{"desc", issue.remedy}};
  out["unmapped"] = {{"idp", text_or_null(client.key.idp)},
                     {"tenant", text_or_null(client.key.tenant)},
                     {"clientId", text_or_null(client.key.client_id)},
                     {"status", name_of(client.status)},
                     {"usage", client.usage ? json_v1::usage(*client.usage) : Json(nullptr)}};
  return out;
}

Json code_event(const Report& report, const Finding& f, const RuleInfo& rule, TimePoint at, UniqueIds& ids) {
  Json out = event(report, f.level, at);
  if (f.suppressed) out["status_id"] = kSuppressed;
  out["finding_info"] = {{"uid", ids(valid_utf8(f.fingerprint))},
                         {"title", shown(rule.title.empty() ? rule.id : rule.title, 200)},
                         {"desc", explanation_of(rule)}};
  out["message"] = message_of(f);
  out["remediation"] = {{"desc", remedy_of(rule)}};
  for (const std::string& url : rule.references)
    if (is_web_address(url)) out["remediation"]["references"].push_back(url);
  out["unmapped"] = {{"ruleId", valid_utf8(f.rule_id)},
                     {"kind", name_of(f.kind)},
                     {"confidence", name_of(f.confidence)},
                     {"location", json_v1::location(f.where)},
                     {"clientId", f.client_id ? text_or_null(*f.client_id) : Json(nullptr)}};
  return out;
}

}  // namespace

std::string ocsf_report(const Report& report, const Style& style) {
  RuleBook book(report);
  UniqueIds ids;
  const TimePoint at = style.made_at.ns != 0 ? style.made_at : latest_evidence(report);
  std::string out;
  for (const ClientIssue& issue : client_issues(report)) out += json_line(client_event(report, issue, at));
  for (const FindingRow& row : findings_worst_first(report, true))
    out += json_line(code_event(report, *row.finding, book.of(*row.finding), at, ids));
  return out;
}

}  // namespace ropc::reporters
