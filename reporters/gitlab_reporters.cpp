#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "reporters/markdown_text.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

/// A patch level of a supported major.minor is enough; 15.2 is the newest line seen in use.
constexpr std::string_view kSastVersion = "15.2.4";
constexpr std::size_t kMaxName = 255;
constexpr std::size_t kMaxSolution = 7000;
constexpr std::size_t kMaxIdentifiers = 20;

std::string_view code_quality_severity(Level level) {
  constexpr std::array<std::string_view, 3> words = {"info", "major", "critical"};
  return words[static_cast<std::size_t>(level)];
}

std::string_view sast_severity(Level level) {
  constexpr std::array<std::string_view, 3> words = {"Info", "Medium", "High"};
  return words[static_cast<std::size_t>(level)];
}

std::uint32_t first_line(const Location& where) { return std::max(where.line, 1U); }
std::uint32_t last_line(const Location& where) { return std::max(where.end_line, first_line(where)); }

/// "2026-02-04T17:12:09": UTC without a zone, as the schema wants.
std::string zoneless(TimePoint at) {
  std::string text = to_iso8601(at);
  text.pop_back();
  return text;
}

Json identifiers(const RuleInfo& rule) {
  Json out = Json::array();
  out.push_back({{"type", "ropc_audit_rule_id"}, {"name", "ropc-audit " + shown(rule.id)}, {"value", valid_utf8(rule.id)}});
  for (const unsigned cwe : weaknesses_of(rule)) {
    if (out.size() >= kMaxIdentifiers) break;
    out.push_back({{"type", "cwe"},
                   {"name", fmt::format("CWE-{}", cwe)},
                   {"value", std::to_string(cwe)},
                   {"url", fmt::format("https://cwe.mitre.org/data/definitions/{}.html", cwe)}});
  }
  return out;
}

Json links(const RuleInfo& rule) {
  Json out = Json::array();
  for (const std::string& url : rule.references)
    if (is_web_address(url)) out.push_back({{"url", url}});
  return out;
}

/// The fields are GitLab-flavoured Markdown.
Json vulnerability(const Finding& f, const RuleInfo& rule, UniqueIds& ids) {
  const std::string path = valid_utf8(f.where.path);
  const Json signature = {{"algorithm", "hash"}, {"value", valid_utf8(f.fingerprint)}};
  Json out = {{"id", uuid_of(ids(f.fingerprint))},
              {"name", shown(rule.title.empty() ? rule.id : rule.title, kMaxName)},
              {"description", md_paragraphs(shortened(description_of(f, rule), 10'000))},
              {"severity", sast_severity(f.level)},
              {"solution", shortened(md_paragraphs(remedy_of(rule)), kMaxSolution)},
              {"identifiers", identifiers(rule)},
              {"links", links(rule)}};
  out["location"] = {{"file", path}, {"start_line", first_line(f.where)}, {"end_line", last_line(f.where)}};
  if (!f.fingerprint.empty()) {
    Json item = {{"file", path}, {"start_line", first_line(f.where)}, {"end_line", last_line(f.where)}};
    item["signatures"] = Json::array({signature});
    out["tracking"] = {{"type", "source"}};
    out["tracking"]["items"] = Json::array({item});
  }
  return out;
}

Json messages(const Report& report, std::size_t outside) {
  Json out = Json::array();
  for (const Diagnostic& d : report.diagnostics) {
    const bool incomplete = d.level == Diagnostic::Level::incomplete;
    const std::string place = d.where.path.empty() ? std::string() : shown(place_of(d.where), 300) + ": ";
    out.push_back({{"level", incomplete || d.level == Diagnostic::Level::warning ? "warn" : "info"},
                   {"value", place + shown(d.message, 1000)}});
  }
  if (outside > 0)
    out.push_back({{"level", "warn"}, {"value", count_of(outside, "finding") + " not included: the path leaves the scanned tree"}});
  if (report.scan && !report.scan->skipped.empty())
    out.push_back({{"level", "info"}, {"value", shown(skipped_text(*report.scan), 1000)}});
  return out;
}

}  // namespace

std::string gitlab_codequality_report(const Report& report, const Style&) {
  Json out = Json::array();
  UniqueIds ids;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    const Finding& f = *row.finding;
    if (!inside_root(f.where.path)) continue;
    Json issue = {{"description", message_of(f)},
                  {"check_name", valid_utf8(f.rule_id)},
                  {"fingerprint", ids(valid_utf8(f.fingerprint))},
                  {"severity", code_quality_severity(f.level)}};
    issue["location"] = {{"path", valid_utf8(f.where.path)}};
    issue["location"]["lines"] = {{"begin", first_line(f.where)}};
    out.push_back(issue);
  }
  return json_text(out);
}

std::string gitlab_sast_report(const Report& report, const Style& style) {
  RuleBook book(report);
  UniqueIds ids;
  Json vulnerabilities = Json::array();
  std::size_t outside = 0;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    if (inside_root(row.finding->where.path))
      vulnerabilities.push_back(vulnerability(*row.finding, book.of(*row.finding), ids));
    else
      ++outside;
  }
  const std::string version = report.tool_version.empty() ? "0" : valid_utf8(report.tool_version);
  const Json tool = {{"id", "ropc-audit"}, {"name", "ropc-audit"}, {"version", version}, {"vendor", {{"name", "ropc-audit"}}}};
  const TimePoint at = style.made_at.ns != 0 ? style.made_at : latest_evidence(report);
  Json scan = {{"analyzer", tool},
               {"scanner", tool},
               {"start_time", zoneless(at)},
               {"end_time", zoneless(at)},
               {"status", report.incomplete ? "failure" : "success"},
               {"type", "sast"},
               {"messages", messages(report, outside)}};
  return json_text({{"version", kSastVersion}, {"scan", scan}, {"vulnerabilities", vulnerabilities}});
}

}  // namespace ropc::reporters
