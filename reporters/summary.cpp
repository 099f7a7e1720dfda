#include "reporters/summary.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "reporters/order.h"
#include "reporters/words.h"

namespace ropc::reporters {

KindCounts count_kinds(const std::vector<Finding>& findings) {
  KindCounts counts;
  const std::array<std::uint64_t*, 4> slots = {&counts.request, &counts.enable, &counts.implement, &counts.mention};
  for (const Finding& f : findings)
    if (!f.suppressed) ++*slots[std::min<std::size_t>(static_cast<std::size_t>(f.kind), slots.size() - 1)];
  return counts;
}

Summary summarize(const Report& report) {
  Summary s;
  for (const ClientRecord& client : report.clients) {
    ++s.by_status[client.status];
    if (client.status == ClientStatus::noise) continue;
    ++s.clients;
    if (client.usage) s.sign_ins += client.usage->total.success;
  }
  for (const FindingRow& row : findings_worst_first(report, true)) {
    const Finding& f = *row.finding;
    if (f.suppressed)
      ++s.suppressed;
    else
      ++(f.level == Level::error ? s.errors : f.level == Level::warning ? s.warnings : s.notes);
    if (!f.suppressed && row.client == nullptr && f.kind != Kind::mention) ++s.nameless;
  }
  return s;
}

std::string clients_sentence(const Summary& summary) {
  if (summary.clients == 0) return "No OAuth client was found that uses or may use the password grant";
  std::vector<ClientStatus> order;
  for (const auto& [status, number] : summary.by_status)
    if (status != ClientStatus::noise) order.push_back(status);
  std::sort(order.begin(), order.end(), [](auto a, auto b) { return urgency_of(a) < urgency_of(b); });
  std::string text = count_of(summary.clients, "OAuth client");
  for (std::size_t i = 0; i < order.size(); ++i)
    text += fmt::format("{} {} {}", i == 0 ? ":" : ",", number_of(summary.by_status.at(order[i])), title_of(order[i]));
  if (summary.sign_ins > 0) text += "; " + count_of(summary.sign_ins, "successful sign-in") + " with a password";
  return text;
}

std::string findings_sentence(const Summary& summary) {
  const std::string hidden = summary.suppressed == 0 ? std::string() : fmt::format("; {} suppressed", number_of(summary.suppressed));
  if (summary.findings() == 0) return "No findings in code and configuration" + hidden;
  std::string text = count_of(summary.findings(), "finding") + " in code and configuration";
  const std::array<std::pair<std::uint64_t, std::string_view>, 3> levels = {
      {{summary.errors, "error"}, {summary.warnings, "warning"}, {summary.notes, "note"}}};
  bool first = true;
  for (const auto& [number, noun] : levels) {
    if (number == 0) continue;
    text += (first ? ": " : ", ") + count_of(number, noun);
    first = false;
  }
  return text + hidden;
}

std::vector<ExportCoverage> exports_of(const Report& report) {
  std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> clients;
  for (const ClientRecord& client : report.clients)
    for (const IdpFact& fact : client.facts)
      if (!fact.where.path.empty()) clients[{fact.where.path, client.key.idp, client.key.tenant}].insert(client.key.client_id);
  std::vector<ExportCoverage> out;
  for (const auto& [key, ids] : clients)
    out.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), ids.size()});
  return out;
}

std::vector<std::string> blind_spots(const Report& report) {
  std::vector<std::string> out;
  if (report.coverage.empty()) out.emplace_back("No sign-in log was read, so the report cannot say which clients are in use.");
  const bool blind = !report.coverage.empty() &&
                     std::none_of(report.coverage.begin(), report.coverage.end(),
                                  [](const LogCoverage& c) { return c.successes_visible; });
  if (blind) out.emplace_back("None of the logs that were read can show a successful sign-in.");
  if (exports_of(report).empty())
    out.emplace_back("No configuration export of an identity provider was read, so clients that are allowed to use the "
                     "grant and do not may be missing.");
  if (!report.scan) out.emplace_back("No code was read, so the owners of clients are not known from code.");
  if (report.scan && !report.scan->skipped.empty())
    out.push_back("Of the code, not every file could be looked into: " + skipped_text(*report.scan) + ".");
  return out;
}

}  // namespace ropc::reporters
