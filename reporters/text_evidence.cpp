#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include "common/text.h"
#include "reporters/decision_chain.h"
#include "reporters/escape.h"
#include "reporters/order.h"
#include "reporters/text_page.h"
#include "reporters/usage_words.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::string_view kBullet = "    - ";
constexpr std::size_t kShownDays = 14;

std::string counts_text(const OutcomeCounts& counts) {
  return fmt::format("{} successful, {} failed, {} refused", number_of(counts.success), number_of(counts.failure),
                     number_of(counts.blocked));
}

/// The latest days; a year of them would bury the rest.
void add_days(TextPage& page, const ClientUsage& usage) {
  const std::size_t hidden = usage.by_day.size() > kShownDays ? usage.by_day.size() - kShownDays : 0;
  if (hidden > 0) page.paragraph(count_of(hidden, "earlier day") + " not listed here; --format json has them", kBullet);
  for (auto day = std::next(usage.by_day.begin(), static_cast<std::ptrdiff_t>(hidden)); day != usage.by_day.end(); ++day)
    page.paragraph(fmt::format("{}: {}", day->first, counts_text(day->second)), kBullet);
}

void add_usage(TextPage& page, const Report& report, const ClientRecord& client) {
  page.line("  Sign-in logs");
  if (!client.usage) {
    page.paragraph("no log of this tenant was read", kBullet);
    return;
  }
  const ClientUsage& usage = *client.usage;
  page.paragraph(usage_of(usage, successes_visible(report, client.key)), kBullet);
  for (const auto& [grant, counts] : usage.classes)
    page.paragraph(fmt::format("{}: {}", phrase_of(grant), counts_text(counts)), kBullet);
  for (const auto& [error, number] : usage.errors)
    page.paragraph(fmt::format("answer {}: {}", shown(error), count_of(number, "time")), kBullet);
  for (const std::string& line : profile_of(usage)) page.paragraph(shown(line, 500), kBullet);
  add_days(page, usage);
  for (const LogCoverage* coverage : coverage_of(report, client.key))
    page.paragraph("read: " + shown(coverage_text(*coverage), 600), kBullet);
}

void add_facts(TextPage& page, const ClientRecord& client) {
  page.line("  Identity provider");
  if (client.facts.empty()) page.paragraph("no configuration of this client was read", kBullet);
  for (const IdpFact& fact : client.facts) {
    std::string text = fmt::format("{}: {}", phrase_of(fact.kind), shown(fact.value));
    if (!fact.detail.empty()) text += fmt::format(" ({})", shown(fact.detail));
    if (!fact.where.path.empty()) text += "  " + shown(place_of(fact.where), 200);
    page.paragraph(text, kBullet);
  }
}

void add_places(TextPage& page, const std::vector<RelatedPlace>& places) {
  for (const RelatedPlace& place : places)
    page.paragraph(fmt::format("{}: {}", shown(place_of(place.where), 200), shown(place.message, 300)), "        ");
}

void add_code(TextPage& page, const ClientRecord& client) {
  page.line("  Code");
  if (client.code.empty()) page.paragraph("nothing that was read names this client", kBullet);
  for (const Finding& f : client.code) {
    page.paragraph(fmt::format("{}: {} ({}, {})", shown(place_of(f.where), 200), phrase_of(f.kind),
                               phrase_of(f.confidence), shown(f.rule_id)),
                   kBullet);
    if (!f.excerpt.empty()) page.line("      " + fitted(shown(f.excerpt.str(), 400), page.width() - 6));
    if (f.suppressed) page.paragraph("suppressed: " + shown(*f.suppressed, 300), "      ");
    add_places(page, f.flow);
    add_places(page, f.related);
  }
}

void add_steps(TextPage& page, const Recommendation& r) {
  for (const Step& step : r.steps) {
    page.paragraph(shown(step.text, 600) + (step.verify ? "  (check this)" : ""), "    [ ] ");
    if (!step.proof.empty()) page.paragraph("done when: " + shown(step.proof, 300), "        ", Ink::dim);
    if (!step.url.empty()) page.line("        " + shown(step.url, 300));
    const std::string_view first = step.language.empty() ? "        $ " : "          ";
    std::string_view prompt = first;
    for (const std::string_view command : split(step.command, '\n')) {
      if (!command.empty()) page.line(std::string(prompt) + shown(command, 400));
      prompt = command.ends_with('\\') ? "          " : first;
    }
  }
}

void add_recommendation(TextPage& page, const Recommendation& r) {
  if (!r.next_step.empty()) page.paragraph(shown(r.next_step, 600), "  Next: ", Ink::bold);
  page.line(fmt::format("  {}{}{}", r.flow == "decide" ? "" : "Move to: ", shown(flow_of(r)), shown(how_sure(r))));
  for (const Reason& reason : r.reasons) {
    const std::string place = reason.where ? shown(place_of(*reason.where), 200) : std::string();
    page.paragraph("because " + shown(reason.text, 600) + (place.empty() ? "" : "  " + place), kBullet);
  }
  if (r.rank > 0 && !r.rank_reason.empty())
    page.paragraph(fmt::format("number {} in the order: {}", r.rank, shown(r.rank_reason, 600)), kBullet);
  for (const std::string* question : open_questions(r)) page.paragraph("to answer: " + shown(*question, 600), kBullet);
  for (const std::string& other : r.alternatives) page.paragraph("or: " + shown(other), kBullet);
}

/// The inputs, the signs for them and the rules, as the advice was reached.
void add_chain(TextPage& page, const Recommendation& r) {
  const std::vector<std::string> chain = decision_chain(r);
  if (!chain.empty()) page.line("  How the advice was reached");
  for (const std::string& line : chain) {
    const std::size_t indent = line.find_first_not_of(' ');
    page.paragraph(shown(trim(line), 600), indent == std::string::npos || indent == 0 ? kBullet : "        ", Ink::dim);
  }
}

}  // namespace

void evidence_view(TextPage& page, const Report& report) {
  for (const ClientRecord* client : clients_by_urgency(report)) {
    page.heading(trim(fmt::format("{}  {}  {}", shown(client_of(client->key)), shown(home_of(client->key)), shown(client->name))));
    page.paragraph(std::string(title_of(client->status)), "  Status: ", ink_of(client->status));
    if (!client->status_reason.empty()) page.paragraph(shown(client->status_reason, 600), kBullet);
    page.paragraph(meaning_of(client->status), kBullet);
    add_recommendation(page, client->recommendation);
    add_usage(page, report, *client);
    add_facts(page, *client);
    add_code(page, *client);
    add_chain(page, client->recommendation);
    if (!client->recommendation.steps.empty()) page.line("  Steps");
    add_steps(page, client->recommendation);
  }
  if (report.clients.empty()) page.line("No such client.");
  add_diagnostics(page, report);
}

}  // namespace ropc::reporters
