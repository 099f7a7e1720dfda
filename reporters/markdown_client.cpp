#include <algorithm>

#include <fmt/format.h>

#include "reporters/escape.h"
#include "reporters/markdown.h"
#include "reporters/markdown_text.h"
#include "reporters/order.h"
#include "reporters/usage_words.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kShownErrors = 5;
constexpr std::size_t kShownFindings = 50;

/// "Invoice exporter (`8f14…`)", "`shop-cli`".
std::string heading_of(const ClientRecord& client) {
  if (client.key.client_id.empty()) return client_of(client.key);
  const std::string id = md_code(client.key.client_id);
  return called(client) == client.key.client_id ? id : md_text(shown(called(client))) + " (" + id + ")";
}

/// "`Legacy CLI`, identity provider `keycloak`, tenant `shop`, public client".
std::string identity(const ClientRecord& client) {
  std::string text;
  if (!client.name.empty() && called(client) != client.name) text += md_code(client.name) + ", ";
  text += text.empty() ? "Identity provider " : "identity provider ";
  text += client.key.idp.empty() ? std::string("not known") : md_code(client.key.idp);
  text += client.key.tenant.empty() ? std::string(", tenant not known") : ", tenant " + md_code(client.key.tenant);
  const std::string type = client.fact(IdpFact::Kind::client_type);
  if (type == "public" || type == "confidential") text += ", " + type + " client";
  return text + ".\n\n";
}

/// "invalid_user_credentials 3 times, …", most frequent first.
std::string errors_of(const ClientUsage& usage) {
  std::vector<std::pair<std::string, std::uint64_t>> errors(usage.errors.begin(), usage.errors.end());
  std::stable_sort(errors.begin(), errors.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (std::size_t i = 0; i < std::min(errors.size(), kShownErrors); ++i)
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", md_code(errors[i].first), count_of(errors[i].second, "time"));
  if (errors.size() > kShownErrors) text += fmt::format(" and {} other answers", errors.size() - kShownErrors);
  return text;
}

std::string log_evidence(const Report& report, const ClientRecord& client) {
  if (!client.usage) return "- **Logs:** no sign-in log of this tenant was read; use is unknown.\n";
  std::string text = fmt::format("- **Logs:** {}.\n", usage_of(*client.usage, successes_visible(report, client.key)));
  if (client.usage->classes.size() > 1)
    for (const auto& [grant, counts] : client.usage->classes)
      text += fmt::format("  - {}: {} successful, {} failed, {} refused\n", phrase_of(grant), number_of(counts.success),
                          number_of(counts.failure), number_of(counts.blocked));
  if (!client.usage->errors.empty()) text += "  - answers: " + errors_of(*client.usage) + "\n";
  for (const std::string& line : profile_of(*client.usage)) text += "  - " + md_text(shown(line, 500)) + "\n";
  if (const std::string watched = watched_text(coverage_of(report, client.key)); !watched.empty())
    text += "  - " + md_text(watched) + "\n";
  return text;
}

/// One line a file: what it says of the client, each with its line.
std::string idp_evidence(const ClientRecord& client) {
  if (client.facts.empty()) return "- **Identity provider:** no configuration of this client was read.\n";
  std::string text;
  const std::string* path = nullptr;
  for (const IdpFact& fact : client.facts) {
    if (path == nullptr || *path != fact.where.path) {
      text += (path == nullptr ? "" : "\n") + std::string("- **Identity provider**");
      if (!fact.where.path.empty()) text += " (" + md_code(fact.where.path) + ")";
      text += ": ";
    } else {
      text += "; ";
    }
    path = &fact.where.path;
    text += fmt::format("{} {}", phrase_of(fact.kind), md_code(fact.value));
    if (!fact.detail.empty()) text += fmt::format(" ({})", md_text(shown(fact.detail, 200)));
    if (fact.where.line > 0) text += fmt::format(" line {}", fact.where.line);
  }
  return text + "\n";
}

std::string code_evidence(const Report& report, const ClientRecord& client) {
  if (client.code.empty())
    return report.scan ? "- **Code:** nothing that was read names this client: find its owner.\n"
                       : "- **Code:** no code was read.\n";
  std::string text = "- **Code:**\n";
  for (std::size_t i = 0; i < std::min(client.code.size(), kShownFindings); ++i) {
    const std::string item = markdown_finding(client.code[i]);
    for (std::size_t from = 0; from < item.size();) {  // one level deeper
      const std::size_t end = item.find('\n', from);
      text += "  " + item.substr(from, end - from + 1);
      from = end + 1;
    }
  }
  if (client.code.size() > kShownFindings)
    text += fmt::format("  - and {} more; the JSON report lists them all\n", client.code.size() - kShownFindings);
  return text;
}

std::string reasons_of(const Recommendation& r) {
  std::string text;
  for (const Reason& reason : r.reasons) {
    text += "- " + md_text(shown(reason.text, 600));
    if (reason.where && !reason.where->path.empty()) text += " " + md_code(place_of(*reason.where));
    text += "\n";
  }
  if (r.rank > 0 && !r.rank_reason.empty())
    text += fmt::format("- number {} in the order: {}\n", r.rank, md_text(shown(r.rank_reason, 600)));
  return text.empty() ? text : "Why:\n\n" + text + "\n";
}

std::string advice(const Recommendation& r) {
  std::string text;
  if (!r.next_step.empty()) text += "**Next:** " + md_text(shown(r.next_step, 600)) + "\n\n";
  text += fmt::format("**{}{}**", r.flow == "decide" ? "" : "Move to: ", md_text(flow_of(r)));
  text += md_text(shown(how_sure(r))) + "\n\n" + reasons_of(r);
  for (std::size_t i = 0; i < r.alternatives.size(); ++i)
    text += (i == 0 ? "Also possible: " : "; ") + md_text(shown(r.alternatives[i])) + (i + 1 == r.alternatives.size() ? ".\n\n" : "");
  return text;
}

std::string step_item(const Step& step) {
  std::string text = "- [ ] " + md_text(shown(step.text, 600));
  if (step.verify) text += " **(check this: not verified)**";
  if (!step.url.empty()) text += " " + md_link("more", step.url);
  if (!step.proof.empty()) text += " *Done when:* " + md_text(shown(step.proof, 300));
  text += "\n";
  if (!step.command.empty()) text += "\n" + md_block(step.command, step.language.empty() ? "sh" : step.language, "      ") + "\n";
  return text;
}

std::string checklist(const Recommendation& r) {
  std::string text;
  const auto questions = open_questions(r);
  if (!questions.empty()) text += "To answer:\n\n";
  for (const std::string* question : questions) text += "- [ ] " + md_text(shown(*question, 600)) + "\n";
  if (!questions.empty()) text += "\n";
  if (r.steps.empty()) return text;
  std::string_view phase;
  text += "Steps:\n\n";
  for (const Step& step : r.steps) {
    const std::string_view title = title_of_phase(step.phase);
    if (title != phase && !title.empty()) text += fmt::format("{}*{}*\n\n", text.ends_with("\n\n") ? "" : "\n", title);
    phase = title;
    text += step_item(step);
  }
  return text + (text.ends_with("\n\n") ? "" : "\n");
}

}  // namespace

std::string markdown_finding(const Finding& f) {
  std::string text = fmt::format("- {} {} ({}{}{}{}; rule {})", md_code(place_of(f.where)), phrase_of(f.kind),
                                 phrase_of(f.confidence), f.test_code ? "; test code" : "",
                                 f.sample_code ? "; sample" : "", f.vendored ? "; vendored" : "", md_code(f.rule_id));
  if (f.suppressed) text += fmt::format("; suppressed: {}", md_text(shown(*f.suppressed, 200)));
  const std::string_view source = phrase_of(f.password_from);
  if (!source.empty()) text += fmt::format("; the password is {}", source);
  if (f.endpoint) text += "; endpoint " + md_code(*f.endpoint);
  // A backslash at the end of a line breaks it.
  if (!f.excerpt.empty()) text += "\\\n  " + md_code(f.excerpt.str());
  return text + "\n";
}

std::string markdown_client(const Report& report, const ClientRecord& client, std::size_t number) {
  std::string text = fmt::format("### {}. {}: {}\n\n", number, heading_of(client), title_of(client.status)) + identity(client);
  text += advice(client.recommendation) + checklist(client.recommendation);
  text += fmt::format("Evidence:\n\n- **Status:** {}.", title_of(client.status));
  if (!client.status_reason.empty()) text += " " + md_text(shown(client.status_reason, 600));
  text += " " + md_text(meaning_of(client.status)) + "\n";
  return text + log_evidence(report, client) + idp_evidence(client) + code_evidence(report, client) + "\n";
}

}  // namespace ropc::reporters
