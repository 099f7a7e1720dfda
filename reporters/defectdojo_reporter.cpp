#include <array>
#include <string>

#include <fmt/format.h>

#include "common/text.h"
#include "reporters/client_issue.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"
#include "reporters/words.h"

// Generic Findings Import: a key outside its list refuses the whole file. Titles and descriptions hold no line numbers
// and no counts: with them, a finding that moved would be closed and opened anew.

namespace ropc::reporters {
namespace {

std::string_view severity(Level level) {
  constexpr std::array<std::string_view, 3> words = {"Low", "Medium", "High"};
  return words[static_cast<std::size_t>(level)];
}

std::string references(const RuleInfo& rule) {
  std::string out;
  for (const std::string& url : rule.references)
    if (is_web_address(url)) out += (out.empty() ? "" : "\n") + url;
  return out;
}

Json code_finding(const Finding& f, const RuleInfo& rule, UniqueIds& ids) {
  Json out = {{"title", shown(rule.title.empty() ? rule.id : rule.title, 200)},
              {"severity", severity(f.level)},
              {"description", description_of(f, rule)},
              {"mitigation", remedy_of(rule)}};
  if (const std::string text = references(rule); !text.empty()) out["references"] = text;
  if (const std::vector<unsigned> cwes = weaknesses_of(rule); !cwes.empty()) out["cwe"] = cwes.front();
  if (inside_root(f.where.path)) out["file_path"] = valid_utf8(f.where.path);
  if (f.where.line > 0) out["line"] = f.where.line;
  out["static_finding"] = true;
  out["dynamic_finding"] = false;
  out["vuln_id_from_tool"] = valid_utf8(f.rule_id);
  out["unique_id_from_tool"] = ids(valid_utf8(f.fingerprint));
  if (f.client_id) out["component_name"] = shown(*f.client_id, 500);
  // An accepted suppression is a risk somebody took, not a false positive.
  out["active"] = !f.suppressed;
  out["risk_accepted"] = f.suppressed.has_value();
  return out;
}

Json client_finding(const ClientIssue& issue, UniqueIds& ids) {
  const ClientRecord& client = *issue.client;
  Json out = {{"title", issue.title},
              {"severity", severity(issue.level)},
              {"description", issue.description},
              {"mitigation", issue.remedy},
              {"cwe", 1390},
              {"static_finding", false},
              {"dynamic_finding", true},
              {"vuln_id_from_tool", "client-status"},
              {"unique_id_from_tool", ids(issue.id)},
              {"component_name", shown(client_of(client.key), 500)},
              {"service", shown(client.name.empty() ? client_of(client.key) : client.name, 200)},
              {"active", true}};
  if (client.usage && client.usage->total.success > 0) out["nb_occurences"] = client.usage->total.success;
  if (client.usage && client.usage->days > 0) out["date"] = to_day(client.usage->last_seen);
  return out;
}

}  // namespace

std::string defectdojo_report(const Report& report, const Style&) {
  RuleBook book(report);
  UniqueIds ids;
  Json findings = Json::array();
  for (const ClientIssue& issue : client_issues(report)) findings.push_back(client_finding(issue, ids));
  for (const FindingRow& row : findings_worst_first(report, true))
    findings.push_back(code_finding(*row.finding, book.of(*row.finding), ids));
  return json_text({{"name", "ropc-audit"}, {"type", "ropc-audit"}, {"version", valid_utf8(report.tool_version)}, {"findings", findings}});
}

}  // namespace ropc::reporters
