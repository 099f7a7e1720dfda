#include <algorithm>

#include <fmt/format.h>

#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/html/parts.h"
#include "reporters/order.h"
#include "reporters/usage_words.h"
#include "reporters/words.h"

namespace ropc::reporters::html {
namespace {

constexpr std::size_t kShownFindings = 100;
constexpr std::size_t kShownErrors = 10;

std::string identity(const ClientRecord& c) {
  std::string text = "<p class=\"soft\">";
  if (called(c) == c.name)
    text += code(c.key.client_id) + ", ";
  else if (!c.name.empty())
    text += escaped(c.name, 120) + ", ";
  text += c.key.idp.empty() ? std::string("identity provider not known, ") : "identity provider " + escaped(c.key.idp, 60) + ", ";
  text += c.key.tenant.empty() ? std::string("tenant not known") : "tenant " + escaped(c.key.tenant, 120);
  const std::string type = c.fact(IdpFact::Kind::client_type);
  if (type == "public" || type == "confidential") text += ", " + type + " client";
  return text + "</p>\n";
}

std::string logs(const Report& report, const ClientRecord& c) {
  if (!c.usage) return "<p>No sign-in log of this tenant was read; use is unknown.</p>\n";
  std::string text = "<p>" + escaped(usage_of(*c.usage, successes_visible(report, c.key))) + ".</p>\n<ul>\n";
  for (const auto& [grant, n] : c.usage->classes)
    text += fmt::format("<li>{}: {} successful, {} failed, {} refused</li>\n", phrase_of(grant), number_of(n.success),
                        number_of(n.failure), number_of(n.blocked));
  std::size_t shown_errors = 0;
  for (const auto& [error, times] : c.usage->errors)
    if (shown_errors++ < kShownErrors) text += fmt::format("<li>answer {}: {}</li>\n", code(error), count_of(times, "time"));
  for (const std::string& line : profile_of(*c.usage)) text += "<li>" + escaped(line, 500) + "</li>\n";
  if (const std::string watched = watched_text(coverage_of(report, c.key)); !watched.empty())
    text += "<li class=\"soft\">" + escaped(watched) + "</li>\n";
  return text + "</ul>\n";
}

/// One item a file: what it says of the client, each with its line.
std::string facts(const ClientRecord& c) {
  if (c.facts.empty()) return "<p>No configuration of this client was read.</p>\n";
  std::string text = "<ul>\n";
  const std::string* path = nullptr;
  for (const IdpFact& fact : c.facts) {
    if (path == nullptr || *path != fact.where.path) {
      text += path == nullptr ? "<li>" : "</li>\n<li>";
      if (!fact.where.path.empty()) text += code(fact.where.path, 300) + ": ";
    } else {
      text += "; ";
    }
    path = &fact.where.path;
    text += fmt::format("{} {}", phrase_of(fact.kind), code(fact.value));
    if (!fact.detail.empty()) text += " (" + escaped(fact.detail, 300) + ")";
    if (fact.where.line > 0) text += fmt::format(" <span class=\"soft\">line {}</span>", fact.where.line);
  }
  return text + "</li>\n</ul>\n";
}

std::string code_of(const Report& report, const ClientRecord& c) {
  if (c.code.empty())
    return report.scan ? "<p>Nothing that was read names this client: find its owner.</p>\n" : "<p>No code was read.</p>\n";
  std::string text = "<ul>\n";
  for (std::size_t i = 0; i < std::min(c.code.size(), kShownFindings); ++i) text += finding(c.code[i]);
  if (c.code.size() > kShownFindings)
    text += fmt::format("<li>and {} more; the JSON report lists them all</li>\n", c.code.size() - kShownFindings);
  return text + "</ul>\n";
}

std::string check_item(const std::string& inner) { return "<li><label><input type=\"checkbox\">" + inner + "</label></li>\n"; }

std::string step_item(const Step& step) {
  std::string text = "<li><label><input type=\"checkbox\">" + prose(step.text) + "</label>";
  if (step.verify) text += " <span class=\"verify\">check this: not verified</span>";
  if (!step.url.empty()) text += " " + link("more", step.url);
  if (!step.proof.empty()) text += " <span class=\"soft\">Done when: " + escaped(step.proof, 300) + "</span>";
  if (!step.command.empty()) {
    std::string lines;
    for (const std::string_view line : split(trim(step.command), '\n')) lines += escaped(line, 400) + "\n";
    text += "<pre>" + lines + "</pre>";
  }
  return text + "</li>\n";
}

std::string reasons_of(const Recommendation& r) {
  std::string items;
  for (const Reason& reason : r.reasons) {
    items += "<li>" + prose(reason.text);
    if (reason.where && !reason.where->path.empty()) items += " " + code(place_of(*reason.where), 300);
    items += "</li>\n";
  }
  if (r.rank > 0 && !r.rank_reason.empty())
    items += fmt::format("<li class=\"soft\">number {} in the order: {}</li>\n", r.rank, escaped(r.rank_reason));
  return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

std::string steps_of(const Recommendation& r) {
  if (r.steps.empty()) return {};
  std::string text = "<h4>Steps</h4>\n<ul class=\"check\">\n";
  std::string_view phase;
  for (const Step& step : r.steps) {
    const std::string_view title = title_of_phase(step.phase);
    if (title != phase && !title.empty()) text += fmt::format("<li class=\"phase\">{}</li>\n", title);
    phase = title;
    text += step_item(step);
  }
  return text + "</ul>\n";
}

std::string advice(const Recommendation& r) {
  std::string text;
  if (!r.next_step.empty()) text += "<p class=\"next\"><b>Next:</b> " + prose(r.next_step) + "</p>\n";
  text += fmt::format("<h4>{}{}<span class=\"soft\">{}</span></h4>\n", r.flow == "decide" ? "" : "Move to: ",
                      escaped(flow_of(r), 120), escaped(how_sure(r), 120));
  text += reasons_of(r);
  for (std::size_t i = 0; i < r.alternatives.size(); ++i)
    text += (i == 0 ? "<p>Also possible: " : "; ") + escaped(r.alternatives[i], 160) + (i + 1 == r.alternatives.size() ? ".</p>\n" : "");
  const auto questions = open_questions(r);
  if (!questions.empty()) text += "<h4>To answer</h4>\n<ul class=\"check\">\n";
  for (const std::string* question : questions) text += check_item(prose(*question));
  if (!questions.empty()) text += "</ul>\n";
  return text + steps_of(r);
}

}  // namespace

std::string client(const Report& report, const ClientRecord& c, std::size_t number) {
  std::string text = fmt::format("<section class=\"client\" id=\"client-{0}\">\n<h3>{0}. {1} {2}</h3>\n", number,
                                 escaped(called(c), 120), badge(c.status));
  text += identity(c) + advice(c.recommendation) + "<details open>\n<summary>Evidence</summary>\n<p>";
  if (!c.status_reason.empty()) text += prose(c.status_reason) + " ";
  text += html_text(meaning_of(c.status)) + "</p>\n<h4>Sign-in logs</h4>\n" + logs(report, c);
  text += "<h4>Identity provider</h4>\n" + facts(c) + "<h4>Code</h4>\n" + code_of(report, c);
  return text + "</details>\n</section>\n";
}

}  // namespace ropc::reporters::html
