#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "reporters/escape.h"
#include "reporters/order.h"
#include "reporters/summary.h"
#include "reporters/text_page.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kShownNameless = 10;
constexpr std::string_view kBelow = "     ";

/// What a column of the table shows of a client.
struct ClientColumn {
  Table::Column column;
  std::size_t from_width;  ///< narrower pages leave the column out
  Cell (*cell)(const Report& report, const ClientRecord& client);
};

std::string sign_ins(const Report& report, const ClientRecord& c) {
  if (!c.usage) return "no logs";
  if (c.usage->total.success == 0 && !successes_visible(report, c.key)) return "?";
  return number_of(c.usage->total.success);
}

const std::vector<ClientColumn>& client_columns() {
  static const std::vector<ClientColumn> columns = {
      {{"#", true}, 0,
       [](const Report&, const ClientRecord& c) {
         return Cell{c.recommendation.rank == 0 ? "-" : std::to_string(c.recommendation.rank)};
       }},
      {{"client", false, true}, 0,
       [](const Report&, const ClientRecord& c) { return Cell{shown(called(c)), Ink::bold}; }},
      {{"status"}, 0,
       [](const Report&, const ClientRecord& c) { return Cell{std::string(title_of(c.status)), ink_of(c.status)}; }},
      {{"sign-ins", true}, 0, [](const Report& r, const ClientRecord& c) { return Cell{sign_ins(r, c)}; }},
      {{"refused", true}, 104,
       [](const Report&, const ClientRecord& c) {
         return Cell{c.usage ? number_of(c.usage->total.failure + c.usage->total.blocked) : "-"};
       }},
      {{"users", true}, 76,
       [](const Report&, const ClientRecord& c) { return Cell{c.usage ? number_of(c.usage->users) : "-"}; }},
      {{"last seen"}, 70,
       [](const Report&, const ClientRecord& c) {
         return Cell{c.usage && c.usage->days > 0 ? to_day(c.usage->last_seen) : "-"};
       }},
      {{"code", true}, 76,
       [](const Report&, const ClientRecord& c) { return Cell{number_of(count_kinds(c.code).real())}; }},
  };
  return columns;
}

/// What stands below a client's row: where it lives, what to do now, what it should move to and why.
void add_advice(TextPage& page, const ClientRecord& client) {
  const Recommendation& r = client.recommendation;
  const std::string id = called(client) == client_of(client.key) ? std::string() : "  " + shown(client.key.client_id);
  page.paragraph(shown(home_words(client.key)) + id, kBelow, Ink::dim);
  if (!r.next_step.empty()) page.paragraph(shown(first_sentence(r.next_step), 300), std::string(kBelow) + "next: ");
  const std::string why = r.reasons.empty() ? std::string() : " - " + shown(r.reasons.front().text, 300);
  page.paragraph(shown(flow_of(r)) + why, std::string(kBelow) + (r.flow == "decide" ? "" : "move to: "), Ink::dim);
}

/// One line a tenant: nothing is left to do for these.
void add_switched_off(TextPage& page, const std::vector<const ClientRecord*>& clients) {
  std::map<std::string, std::string> names;
  for (const ClientRecord* c : clients) {
    std::string& list = names[home_words(c->key)];
    list += (list.empty() ? "" : ", ") + shown(called(*c), 60);
  }
  if (names.empty()) return;
  page.blank();
  page.paragraph(fmt::format("{} switched off, nothing is left to do for them:", count_of(clients.size(), "client")), {}, Ink::green);
  for (const auto& [home, list] : names) page.paragraph(list, "  " + shown(home) + ": ", Ink::dim);
}

void add_client_table(TextPage& page, const Report& report, const std::vector<const ClientRecord*>& clients) {
  std::vector<const ClientColumn*> used;
  std::vector<Table::Column> heads;
  for (const ClientColumn& c : client_columns())
    if (page.width() >= c.from_width) {
      used.push_back(&c);
      heads.push_back(c.column);
    }
  Table table(heads);
  for (const ClientRecord* client : clients) {
    std::vector<Cell> row;
    for (const ClientColumn* column : used) row.push_back(column->cell(report, *client));
    table.add(std::move(row));
  }
  const std::vector<std::string> lines = table.lines(page.width(), page.paint());
  page.line(lines.front());
  for (std::size_t i = 0; i < clients.size(); ++i) {
    page.line(lines[i + 1]);
    if (clients[i]->status != ClientStatus::noise) add_advice(page, *clients[i]);
  }
  const bool unseen = std::any_of(clients.begin(), clients.end(),
                                  [&](const ClientRecord* c) { return sign_ins(report, *c) == "?"; });
  if (unseen) page.paragraph("the logs that were read cannot show successful sign-ins", "  ? = ", Ink::dim);
}

void add_noise(TextPage& page, const std::vector<const ClientRecord*>& noise) {
  if (noise.empty()) return;
  std::uint64_t attempts = 0;
  for (const ClientRecord* c : noise)
    if (c->usage) attempts += c->usage->total.success + c->usage->total.failure + c->usage->total.blocked;
  page.blank();
  page.paragraph(fmt::format("{} left out as noise ({}): attacks, unknown client ids, other protocols.",
                             count_of(noise.size(), "row"), count_of(attempts, "attempt")),
                 {}, Ink::dim);
}

void add_nameless(TextPage& page, const Report& report, const Style& style) {
  std::vector<const Finding*> nameless;
  std::size_t mentions = 0;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    if (row.client != nullptr) continue;
    if (row.finding->kind == Kind::mention && !style.verbose)
      ++mentions;
    else
      nameless.push_back(row.finding);
  }
  if (nameless.empty() && mentions == 0) return;
  page.heading("Findings that name no client");
  const std::size_t limit = style.verbose ? nameless.size() : std::min(nameless.size(), kShownNameless);
  for (std::size_t i = 0; i < limit; ++i) add_finding(page, *nameless[i]);
  const std::size_t rest = nameless.size() - limit;
  if (rest > 0) page.line(fmt::format("  and {} more; --verbose lists them", number_of(rest)));
  if (mentions > 0) page.line(fmt::format("  {} left out; --verbose lists them", count_of(mentions, "mention")));
}

}  // namespace

void clients_view(TextPage& page, const Report& report, const Style& style) {
  const Summary summary = summarize(report);
  const ClientGroups groups = client_groups(report);
  const std::vector<const ClientRecord*> clients = style.verbose ? clients_by_urgency(report) : groups.open;
  page.paragraph(clients_sentence(summary) + ".", {}, Ink::bold);
  page.paragraph(findings_sentence(summary) + ".");
  if (!clients.empty()) {
    page.blank();
    add_client_table(page, report, clients);
  }
  if (!style.verbose) {
    add_switched_off(page, groups.switched_off);
    add_noise(page, groups.noise);
  }
  add_nameless(page, report, style);
  add_coverage(page, report);
  add_diagnostics(page, report);
}

void findings_view(TextPage& page, const Report& report) {
  for (const FindingRow& row : findings_worst_first(report, false)) add_finding(page, *row.finding);
  if (!page.text().empty()) page.blank();
  page.paragraph(findings_sentence(summarize(report)) + ".", {}, Ink::bold);
  if (report.scan) page.paragraph(shown(coverage_text(*report.scan), 600));
  add_diagnostics(page, report);
}

}  // namespace ropc::reporters
