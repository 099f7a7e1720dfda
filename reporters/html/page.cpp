#include <algorithm>

#include <fmt/format.h>

#include "common/digest.h"
#include "common/embedded.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/html/parts.h"
#include "reporters/order.h"
#include "reporters/summary.h"
#include "reporters/words.h"

// One file that opens from a mail attachment: no script, no network, and a policy that forbids both even if something
// slipped through. Only the style that is named by its hash counts.

namespace ropc::reporters {
namespace {

using html::badge;
using html::code;
using html::escaped;

constexpr std::size_t kShownNameless = 500;

std::string_view style_sheet() { return embedded::report_style_files().front().text; }

std::string head() {
  const std::string policy = "default-src 'none'; style-src 'sha256-" + sha256_base64(style_sheet()) + "'; base-uri 'none'; form-action 'none'";
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         policy + "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>Migration off the password grant</title>\n<style>" + std::string(style_sheet()) + "</style>\n</head>\n<body>\n";
}

std::string tile(std::uint64_t number, std::string_view words) {
  return fmt::format("<li><b>{}</b>{}</li>\n", number_of(number), words);
}

std::string summary_of(const Report& report) {
  const Summary s = summarize(report);
  const auto status = [&](ClientStatus value) { return s.by_status.contains(value) ? s.by_status.at(value) : 0; };
  std::string text = "<h1>Migration off the password grant</h1>\n<p>" + html_text(clients_sentence(s)) + ".<br>" +
                     html_text(findings_sentence(s)) + ".</p>\n";
  if (report.incomplete)
    text += "<p class=\"warn\"><b>This report is not complete:</b> something that had to be read was not. See "
            "<a href=\"#not-covered\">what was not covered</a>.</p>\n";
  text += "<ul class=\"tiles\">\n" + tile(s.clients, "clients") + tile(status(ClientStatus::in_use), "in use") +
          tile(s.sign_ins, "successful sign-ins") + tile(s.findings(), "findings in code") +
          (s.nameless > 0 ? tile(s.nameless, "of them name no client") : std::string()) + "</ul>\n";
  return text + html::chart(report);
}

std::string overview(const Report& report, const std::vector<const ClientRecord*>& clients) {
  if (clients.empty()) return {};
  std::string text =
      "<h2>What to do first</h2>\n<div class=\"wide\"><table>\n<thead><tr><th class=\"number\">#</th><th>Client</th><th>At</th><th>Status</th>"
      "<th class=\"number\">Sign-ins</th><th class=\"number\">Users</th><th>Last seen</th><th>Move to</th><th>Next step</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < clients.size(); ++i) {
    const ClientRecord& c = *clients[i];
    std::string sign_ins = "no logs";
    if (c.usage)
      sign_ins = c.usage->total.success == 0 && !successes_visible(report, c.key) ? "not visible" : number_of(c.usage->total.success);
    text += fmt::format("<tr><td class=\"number\">{0}</td><td><a href=\"#client-{0}\">{1}</a></td><td>{2}</td><td>{3}</td>"
                        "<td class=\"number\">{4}</td><td class=\"number\">{5}</td><td class=\"day\">{6}</td><td>{7}</td><td class=\"step\">{8}</td></tr>\n",
                        i + 1, escaped(called(c), 60), escaped(home_words(c.key), 60), badge(c.status), sign_ins,
                        c.usage ? number_of(c.usage->users) : "-", c.usage && c.usage->days > 0 ? to_day(c.usage->last_seen) : "-",
                        escaped(flow_of(c.recommendation), 80), html::prose(shortened(first_sentence(c.recommendation.next_step), 200)));
  }
  return text + "</tbody>\n</table></div>\n";
}

std::string switched_off(const std::vector<const ClientRecord*>& clients) {
  if (clients.empty()) return {};
  std::string text = "<h2>Switched off</h2>\n<p>Nothing is left to do for these; nothing was seen to use the grant.</p>\n<ul>\n";
  for (const ClientRecord* c : clients) {
    text += "<li>" + code(called(*c)) + " at " + escaped(home_words(c->key), 120);
    if (!c->status_reason.empty()) text += ": " + escaped(c->status_reason, 300);
    for (const IdpFact& fact : c->facts)
      if (fact.kind == IdpFact::Kind::password_grant && !fact.where.path.empty())
        text += " <span class=\"soft\">" + escaped(place_of(fact.where), 300) + "</span>";
    text += "</li>\n";
  }
  return text + "</ul>\n";
}

std::string nameless(const Report& report) {
  std::string items;
  std::size_t shown_items = 0;
  std::size_t rest = 0;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    if (row.client != nullptr) continue;
    if (shown_items++ < kShownNameless)
      items += html::finding(*row.finding);
    else
      ++rest;
  }
  if (items.empty()) return {};
  if (rest > 0) items += fmt::format("<li>and {} more; the JSON report lists them all</li>\n", number_of(rest));
  return "<h2>Code that names no client</h2>\n<p>Find out which client each of these uses; then it belongs to that client's "
         "list.</p>\n<ul>\n" + items + "</ul>\n";
}

std::string suppressed(const Report& report) {
  std::string items;
  for (const FindingRow& row : findings_worst_first(report, true))
    if (row.finding->suppressed) items += html::finding(*row.finding);
  return items.empty() ? items : "<h2>Accepted by a comment in the code</h2>\n<ul>\n" + items + "</ul>\n";
}

std::string noise(const Report& report, const std::vector<const ClientRecord*>& rows) {
  if (rows.empty()) return {};
  std::string text = "<h2>Noise in the logs</h2>\n<p>Not a client's own use; no migration follows from it.</p>\n<ul>\n";
  for (const ClientRecord* c : rows) {
    text += "<li>" + code(client_of(c->key)) + " at " + escaped(home_words(c->key), 120);
    if (c->usage) text += ": " + escaped(usage_of(*c->usage, successes_visible(report, c->key)));
    text += "</li>\n";
  }
  return text + "</ul>\n";
}

std::string covered(const Report& report) {
  std::string items;
  if (report.scan) items += "<li>Code: " + escaped(coverage_text(*report.scan)) + "</li>\n";
  for (const ExportCoverage& e : exports_of(report))
    items += fmt::format("<li>Configuration: {}, {} of {}</li>\n", code(e.path), count_of(e.clients, "client"), escaped(home_words({e.idp, e.tenant, ""}), 120));
  for (const LogCoverage& c : report.coverage)
    items += fmt::format("<li>Logs of {}: {}</li>\n", escaped(home_words({c.idp, c.tenant, ""}), 120), escaped(coverage_text(c)));
  return "<h2>What was read</h2>\n<ul>\n" + (items.empty() ? "<li>Nothing.</li>\n" : items) + "</ul>\n";
}

std::string not_covered(const Report& report) {
  std::string items;
  for (const std::string& sentence : blind_spots(report)) items += "<li>" + escaped(sentence) + "</li>\n";
  for (const Diagnostic& d : report.diagnostics) {
    const std::string place = d.where.path.empty() ? std::string() : code(place_of(d.where), 300) + ": ";
    items += fmt::format("<li>{}{}{}</li>\n", d.level == Diagnostic::Level::incomplete ? "<b>Not read:</b> " : "", place, escaped(d.message));
  }
  if (items.empty()) items = "<li>Nothing that was asked for.</li>\n";
  return "<h2 id=\"not-covered\">What was not covered</h2>\n<ul>\n" + items + "</ul>\n";
}

std::string foot(const Report& report) {
  return "<h2>How to read this</h2>\n<ul>\n<li>Certain, likely, possible say how sure a statement is; \"check this\" marks a fact that "
         "our reference could not verify.</li>\n<li>\"Not seen\" is said of the days and logs named under \"What was read\", and of "
         "nothing else.</li>\n<li>Passwords and user names are not kept; <code>[redacted]</code> stands in their place.</li>\n</ul>\n"
         "<p class=\"soft\">ropc-audit " + escaped(report.tool_version, 40) + "</p>\n</body>\n</html>\n";
}

}  // namespace

std::string html_report(const Report& report, const Style&) {
  const ClientGroups clients = client_groups(report);
  std::string text = head() + summary_of(report) + overview(report, clients.open);
  if (!clients.open.empty()) text += "<h2>Clients</h2>\n";
  for (std::size_t i = 0; i < clients.open.size(); ++i) text += html::client(report, *clients.open[i], i + 1);
  text += switched_off(clients.switched_off) + nameless(report) + suppressed(report) + noise(report, clients.noise);
  return text + covered(report) + not_covered(report) + foot(report);
}

}  // namespace ropc::reporters
