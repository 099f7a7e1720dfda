#include "reporters/sarif/document.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/redact.h"
#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/order.h"
#include "reporters/sarif/results.h"
#include "reporters/sarif/rules.h"
#include "reporters/words.h"

namespace ropc::reporters::sarif {
namespace {

/// The rows that this profile shows, and how many it does not.
struct Selection {
  std::vector<FindingRow> rows;
  std::size_t fresh = 0;    ///< of `rows`; those after them stand in the baseline
  std::size_t outside = 0;  ///< path leaves the root
  std::size_t over = 0;     ///< beyond the consumer's limit
};

Selection select(const Report& report, const Profile& profile) {
  Selection out;
  for (const FindingRow& row : findings_worst_first(report, profile.suppressed)) {
    if (!inside_root(row.finding->where.path))
      ++out.outside;
    else if (profile.max_results > 0 && out.rows.size() >= profile.max_results)
      ++out.over;
    else
      out.rows.push_back(row);
  }
  out.fresh = out.rows.size();
  if (profile.baseline && report.baseline)
    for (const Finding& finding : *report.baseline)
      if (inside_root(finding.where.path)) out.rows.push_back({&finding, nullptr});
  return out;
}

Json notification(std::string_view id, std::string_view level, const std::string& text) {
  return {{"descriptor", {{"id", id}}}, {"level", level}, {"message", {{"text", text.empty() ? "No message." : text}}}};
}

Json notifications(const Report& report, const Selection& selection, const Profile& profile) {
  Json out = Json::array();
  for (const Diagnostic& d : report.diagnostics) {
    const bool incomplete = d.level == Diagnostic::Level::incomplete;
    Json entry = notification(incomplete ? "not-read" : "run-note",
                              incomplete ? "error" : d.level == Diagnostic::Level::warning ? "warning" : "note",
                              shown(d.message, 1000));
    if (inside_root(d.where.path)) entry["locations"] = Json::array({{{"physicalLocation", physical_location(d.where)}}});
    out.push_back(entry);
  }
  if (selection.over > 0)
    out.push_back(notification("not-included", "warning",
                               fmt::format("{} not included: at most {} fit; the worst are here, the JSON report has all.",
                                           count_of(selection.over, "finding"), number_of(profile.max_results))));
  if (selection.outside > 0)
    out.push_back(notification("not-included", "warning",
                               fmt::format("{} not included: the path leaves the scanned tree.",
                                           count_of(selection.outside, "finding"))));
  return out;
}

Json invocation(const Report& report, const Selection& selection, const Profile& profile) {
  return {{"executionSuccessful", !report.incomplete},
          {"toolExecutionNotifications", notifications(report, selection, profile)}};
}

Json driver(const Report& report, const Json& rules) {
  const std::string version = valid_utf8(report.tool_version);
  Json out = {{"name", "ropc-audit"}, {"fullName", "ropc-audit: where the OAuth password grant is used"}};
  if (!version.empty()) {
    out["version"] = version;
    out["semanticVersion"] = version;
  }
  out["rules"] = rules;
  return out;
}

Json coverage(const ScanCoverage& scan) {
  Json skipped = Json::object();
  for (const auto& [reason, files] : scan.skipped) skipped[shown(reason)] = files;
  return {{"files", scan.files}, {"bytes", scan.bytes}, {"gated", scan.gated}, {"skipped", skipped}, {"suppressed", scan.suppressed}};
}

}  // namespace

Json document(const Report& report, const Profile& profile) {
  const Selection selection = select(report, profile);
  const RuleTable table = rule_table(report, selection.rows, profile);
  Json results = Json::array();
  for (std::size_t i = 0; i < selection.rows.size(); ++i) {
    const Finding& finding = *selection.rows[i].finding;
    Json result = result_of(finding, table.index.at(finding.rule_id), profile);
    if (profile.baseline && report.baseline) result["baselineState"] = i < selection.fresh ? "new" : "unchanged";
    results.push_back(std::move(result));
  }
  Json run = Json::object();
  run["tool"] = {{"driver", driver(report, table.rules)}};
  run["automationDetails"] = {{"id", "ropc-audit/code/"}};
  run["columnKind"] = "utf16CodeUnits";
  run["language"] = "en-US";
  run["redactionTokens"] = Json::array({std::string(kRedacted)});
  run["invocations"] = Json::array({invocation(report, selection, profile)});
  run["results"] = results;
  run["properties"] = {{"profile", profile.name}};
  if (report.scan) run["properties"]["coverage"] = coverage(*report.scan);
  Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  log["runs"] = Json::array({run});
  return log;
}

}  // namespace ropc::reporters::sarif

namespace ropc::reporters {

std::string sarif_report(const Report& report, const Style&) { return json_text(sarif::document(report, sarif::kGithub)); }
std::string sarif_plain_report(const Report& report, const Style&) { return json_text(sarif::document(report, sarif::kPlain)); }
std::string sarif_gitlab_report(const Report& report, const Style&) { return json_text(sarif::document(report, sarif::kGitlab)); }
std::string sarif_azure_report(const Report& report, const Style&) { return json_text(sarif::document(report, sarif::kAzure)); }
std::string sarif_defectdojo_report(const Report& report, const Style&) {
  return json_text(sarif::document(report, sarif::kDefectdojo));
}

}  // namespace ropc::reporters
