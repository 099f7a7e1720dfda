#include <algorithm>

#include <fmt/format.h>

#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/markdown.h"
#include "reporters/markdown_text.h"
#include "reporters/order.h"
#include "reporters/summary.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kShownNameless = 200;
constexpr std::size_t kMaxSummary = std::size_t{900} * 1024;  // GitHub drops step summaries of more than 1 MiB

std::string head(const Report& report, const Summary& summary) {
  std::string text = "# Migration off the password grant\n\n";
  text += md_text(clients_sentence(summary)) + ".\n" + md_text(findings_sentence(summary)) + ".\n\n";
  if (report.incomplete)
    text += "> **This report is not complete:** something that had to be read was not. See \"What was not covered\".\n\n";
  return text;
}

std::string overview_row(const Report& report, const ClientRecord& c, std::size_t number) {
  const bool visible = successes_visible(report, c.key);
  std::string sign_ins = "no logs";
  if (c.usage) sign_ins = c.usage->total.success == 0 && !visible ? "not visible" : number_of(c.usage->total.success);
  const std::string name = called(c) == c.key.client_id ? md_code(shown(c.key.client_id, 60)) : md_text(shown(called(c), 60));
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", number, md_cell(name),
                     md_cell(md_text(shown(home_words(c.key), 60))), title_of(c.status), sign_ins,
                     c.usage && c.usage->days > 0 ? to_day(c.usage->last_seen) : "-",
                     md_cell(md_text(shown(flow_of(c.recommendation), 80))),
                     md_cell(md_text(shown(first_sentence(c.recommendation.next_step), 200))));
}

std::string overview(const Report& report, const std::vector<const ClientRecord*>& clients) {
  if (clients.empty()) return {};
  std::string text = "## What to do first\n\n";
  text += "| # | Client | At | Status | Sign-ins | Last seen | Move to | Next step |\n";
  text += "|--:|---|---|---|--:|---|---|---|\n";
  for (std::size_t i = 0; i < clients.size(); ++i) text += overview_row(report, *clients[i], i + 1);
  return text + "\n";
}

std::string switched_off(const std::vector<const ClientRecord*>& clients) {
  if (clients.empty()) return {};
  std::string text = "## Switched off\n\nNothing is left to do for these; nothing was seen to use the grant.\n\n";
  for (const ClientRecord* c : clients) {
    text += fmt::format("- {} at {}", md_code(called(*c)), md_text(shown(home_words(c->key))));
    if (!c->status_reason.empty()) text += ": " + md_text(shown(c->status_reason, 300));
    for (const IdpFact& fact : c->facts)
      if (fact.kind == IdpFact::Kind::password_grant && !fact.where.path.empty()) text += " " + md_code(place_of(fact.where));
    text += "\n";
  }
  return text + "\n";
}

std::string nameless(const Report& report) {
  std::vector<const Finding*> findings;
  for (const FindingRow& row : findings_worst_first(report, false))
    if (row.client == nullptr) findings.push_back(row.finding);
  if (findings.empty()) return {};
  std::string text = "## Code that names no client\n\n"
                     "Find out which client each of these uses; then it belongs to that client's list.\n\n";
  for (std::size_t i = 0; i < std::min(findings.size(), kShownNameless); ++i) text += markdown_finding(*findings[i]);
  if (findings.size() > kShownNameless)
    text += fmt::format("- and {} more; the JSON report lists them all\n", findings.size() - kShownNameless);
  return text + "\n";
}

std::string suppressed(const Report& report) {
  std::string items;
  for (const FindingRow& row : findings_worst_first(report, true))
    if (row.finding->suppressed) items += markdown_finding(*row.finding);
  return items.empty() ? items : "## Accepted by a comment in the code\n\n" + items + "\n";
}

std::string noise(const Report& report, const std::vector<const ClientRecord*>& rows) {
  if (rows.empty()) return {};
  std::string text = "## Noise in the logs\n\nNot a client's own use; no migration follows from it.\n\n";
  for (const ClientRecord* c : rows) {
    text += fmt::format("- {} at {}", c->key.client_id.empty() ? client_of(c->key) : md_code(c->key.client_id),
                        md_text(shown(home_words(c->key))));
    if (c->usage) {
      text += ": " + md_text(usage_of(*c->usage, successes_visible(report, c->key)));
      for (const auto& [grant, counts] : c->usage->classes) text += fmt::format("; {}", phrase_of(grant));
    }
    text += "\n";
  }
  return text + "\n";
}

std::string covered(const Report& report) {
  std::string text = "## What was read\n\n";
  if (report.scan) {
    text += "- Code: " + md_text(shown(coverage_text(*report.scan), 600)) + ".\n";
    for (const std::string& root : report.scan->roots) text += "  - " + md_code(root) + "\n";
  }
  for (const ExportCoverage& e : exports_of(report))
    text += fmt::format("- Configuration: {}, {} of {}.\n", md_code(e.path), count_of(e.clients, "client"),
                        md_text(shown(home_words({e.idp, e.tenant, ""}))));
  for (const LogCoverage& c : report.coverage)
    text += fmt::format("- Logs of {}: {}.\n", md_text(shown(home_words({c.idp, c.tenant, ""}))), md_text(shown(coverage_text(c), 600)));
  if (text.ends_with("\n\n")) text += "Nothing.\n";
  return text + "\n";
}

std::string not_covered(const Report& report) {
  std::string text;
  for (const std::string& sentence : blind_spots(report)) text += "- " + md_text(shown(sentence, 600)) + "\n";
  for (const LogCoverage& c : report.coverage)
    if (!c.successes_visible)
      text += fmt::format("- The {} log of {} cannot show successful sign-ins{}.\n", md_code(c.format),
                          md_text(shown(home_words({c.idp, c.tenant, ""}))), c.why.empty() ? "" : ": " + md_text(shown(c.why, 300)));
  for (const LogCoverage& c : report.coverage)
    if (c.bad_records > 0)
      text += fmt::format("- {} of the {} log of {} could not be read.\n", count_of(c.bad_records, "record"), md_code(c.format),
                          md_text(shown(home_words({c.idp, c.tenant, ""}))));
  for (const Diagnostic& d : report.diagnostics) {
    const std::string place = d.where.path.empty() ? std::string() : md_code(place_of(d.where)) + ": ";
    text += fmt::format("- {}{}{}\n", d.level == Diagnostic::Level::incomplete ? "**Not read:** " : "", place,
                        md_text(shown(d.message, 400)));
  }
  return text.empty() ? text : "## What was not covered\n\n" + text + "\n";
}

std::string foot(const Report& report) {
  return "## How to read this\n\n"
         "- *Certain*, *likely*, *possible* say how sure a statement is. \"Check this\" marks a fact that our reference "
         "could not verify.\n"
         "- \"Not seen\" is said of the days and logs named under \"What was read\", and of nothing else.\n"
         "- Passwords and user names are not kept; `[redacted]` stands in their place.\n\n"
         "ropc-audit " + md_text(report.tool_version) + "\n";
}

}  // namespace

std::string markdown_report(const Report& report, const Style&) {
  const ClientGroups clients = client_groups(report);
  std::string text = head(report, summarize(report)) + overview(report, clients.open);
  if (!clients.open.empty()) text += "## Clients\n\n";
  for (std::size_t i = 0; i < clients.open.size(); ++i) text += markdown_client(report, *clients.open[i], i + 1);
  text += switched_off(clients.switched_off) + nameless(report) + suppressed(report) + noise(report, clients.noise);
  return text + covered(report) + not_covered(report) + foot(report);
}

std::string github_summary_report(const Report& report, const Style& style) {
  std::string text = markdown_report(report, style);
  if (text.size() <= kMaxSummary) return text;
  // Sections begin a line with '#', which foreign text cannot.
  const std::size_t cut = text.rfind("\n##", kMaxSummary);
  text.resize(cut == std::string::npos ? 0 : cut + 1);
  return text + "## Cut\n\nThe report is longer than a step summary may be; the rest is in the report files.\n";
}

}  // namespace ropc::reporters
