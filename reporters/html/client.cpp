#include <algorithm>

#include <fmt/format.h>

#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/html/parts.h"
#include "reporters/order.h"
#include "reporters/words.h"

namespace ropc::reporters::html {
namespace {

constexpr std::size_t kShownFindings = 100;
constexpr std::size_t kShownErrors = 10;

std::string identity(const ClientRecord& c) {
  std::string text = "<p class=\"soft\">";
  if (!c.name.empty()) text += escaped(c.name, 120) + ", ";
  if (!c.key.idp.empty()) text += "identity provider " + escaped(c.key.idp, 60) + ", ";
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
  for (const LogCoverage* coverage : coverage_of(report, c.key))
    text += "<li class=\"soft\">read: " + escaped(coverage_text(*coverage)) + "</li>\n";
  return text + "</ul>\n";
}

std::string facts(const ClientRecord& c) {
  if (c.facts.empty()) return "<p>No configuration of this client was read.</p>\n";
  std::string text = "<ul>\n";
  for (const IdpFact& fact : c.facts) {
    text += fmt::format("<li>{}: {}", phrase_of(fact.kind), code(fact.value));
    if (!fact.detail.empty()) text += " (" + escaped(fact.detail, 300) + ")";
    if (!fact.where.path.empty()) text += " <span class=\"soft\">" + escaped(place_of(fact.where), 300) + "</span>";
    text += "</li>\n";
  }
  return text + "</ul>\n";
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
  if (!step.command.empty()) {
    std::string lines;
    for (const std::string_view line : split(trim(step.command), '\n')) lines += escaped(line, 400) + "\n";
    text += "<pre>" + lines + "</pre>";
  }
  return text + "</li>\n";
}

std::string advice(const Recommendation& r) {
  std::string text = fmt::format("<h4>Move to: {} <span class=\"soft\">({}{})</span></h4>\n", escaped(flow_of(r), 120),
                                 phrase_of(r.confidence), r.effort.empty() ? "" : "; effort: " + escaped(r.effort, 60));
  if (!r.next_step.empty()) text += "<p><b>Next:</b> " + prose(r.next_step) + "</p>\n";
  if (!r.reasons.empty()) text += "<ul>\n";
  for (const Reason& reason : r.reasons) {
    text += "<li>" + prose(reason.text);
    if (reason.where && !reason.where->path.empty()) text += " " + code(place_of(*reason.where), 300);
    text += "</li>\n";
  }
  if (!r.reasons.empty()) text += "</ul>\n";
  for (std::size_t i = 0; i < r.alternatives.size(); ++i)
    text += (i == 0 ? "<p>Also possible: " : ", ") + code(r.alternatives[i]) + (i + 1 == r.alternatives.size() ? "</p>\n" : "");
  if (!r.questions.empty()) text += "<h4>To answer first</h4>\n<ul class=\"check\">\n";
  for (const std::string& question : r.questions) text += check_item(prose(question));
  if (!r.questions.empty()) text += "</ul>\n";
  if (!r.steps.empty()) text += "<h4>Steps</h4>\n<ul class=\"check\">\n";
  for (const Step& step : r.steps) text += step_item(step);
  return text + (r.steps.empty() ? "" : "</ul>\n");
}

}  // namespace

std::string client(const Report& report, const ClientRecord& c, std::size_t number) {
  std::string text = fmt::format("<section class=\"client\" id=\"client-{0}\">\n<h3>{0}. {1} {2}</h3>\n", number,
                                 escaped(client_of(c.key), 120), badge(c.status));
  text += identity(c) + "<p>";
  if (!c.status_reason.empty()) text += prose(c.status_reason) + " ";
  text += html_text(meaning_of(c.status)) + "</p>\n";
  text += advice(c.recommendation);
  text += "<details open>\n<summary>Evidence</summary>\n<h4>Sign-in logs</h4>\n" + logs(report, c);
  text += "<h4>Identity provider</h4>\n" + facts(c) + "<h4>Code</h4>\n" + code_of(report, c);
  return text + "</details>\n</section>\n";
}

}  // namespace ropc::reporters::html
