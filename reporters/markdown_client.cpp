#include <algorithm>

#include <fmt/format.h>

#include "reporters/escape.h"
#include "reporters/markdown.h"
#include "reporters/markdown_text.h"
#include "reporters/order.h"
#include "reporters/words.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kShownErrors = 5;
constexpr std::size_t kShownFindings = 50;

std::string title(const ClientRecord& client, std::size_t number) {
  const std::string name = client.key.client_id.empty() ? client_of(client.key) : md_code(client.key.client_id);
  return fmt::format("### {}. {}: {}\n\n", number, name, title_of(client.status));
}

/// "Legacy CLI at keycloak, tenant shop; public client".
std::string identity(const ClientRecord& client) {
  std::string text;
  if (!client.name.empty()) text += md_code(client.name) + ", ";
  if (!client.key.idp.empty()) text += "identity provider " + md_code(client.key.idp) + ", ";
  text += client.key.tenant.empty() ? std::string("tenant not known") : "tenant " + md_code(client.key.tenant);
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
  for (const LogCoverage* coverage : coverage_of(report, client.key))
    text += "  - read: " + md_text(coverage_text(*coverage)) + "\n";
  return text;
}

std::string idp_evidence(const ClientRecord& client) {
  if (client.facts.empty()) return "- **Identity provider:** no configuration of this client was read.\n";
  std::string text = "- **Identity provider:**\n";
  for (const IdpFact& fact : client.facts) {
    text += fmt::format("  - {}: {}", phrase_of(fact.kind), md_code(fact.value));
    if (!fact.detail.empty()) text += fmt::format(" ({})", md_text(shown(fact.detail, 200)));
    if (!fact.where.path.empty()) text += " at " + md_code(place_of(fact.where));
    text += "\n";
  }
  return text;
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

std::string advice(const Recommendation& r) {
  std::string text = fmt::format("**Move to: {}** ({}", md_text(flow_of(r)), phrase_of(r.confidence));
  if (!r.effort.empty()) text += "; effort: " + md_text(shown(r.effort));
  text += ").";
  if (!r.next_step.empty()) text += " " + md_text(shown(r.next_step, 600));
  text += "\n\n";
  if (!r.reasons.empty()) text += "Why:\n\n";
  for (const Reason& reason : r.reasons) {
    text += "- " + md_text(shown(reason.text, 600));
    if (reason.where && !reason.where->path.empty()) text += " " + md_code(place_of(*reason.where));
    text += "\n";
  }
  if (!r.reasons.empty()) text += "\n";
  if (!r.alternatives.empty()) {
    text += "Also possible: ";
    for (std::size_t i = 0; i < r.alternatives.size(); ++i) text += (i == 0 ? "" : ", ") + md_code(r.alternatives[i]);
    text += ".\n\n";
  }
  return text;
}

std::string checklist(const Recommendation& r) {
  std::string text;
  if (!r.questions.empty()) text += "To answer first:\n\n";
  for (const std::string& question : r.questions) text += "- [ ] " + md_text(shown(question, 600)) + "\n";
  if (!r.questions.empty()) text += "\n";
  if (!r.steps.empty()) text += "Steps:\n\n";
  for (const Step& step : r.steps) {
    text += "- [ ] " + md_text(shown(step.text, 600));
    if (step.verify) text += " **(check this: not verified)**";
    if (!step.url.empty()) text += " " + md_link("more", step.url);
    text += "\n";
    if (!step.command.empty()) text += "\n" + md_block(step.command, "sh", "      ") + "\n";
  }
  if (!r.steps.empty() && !text.ends_with("\n\n")) text += "\n";
  return text;
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
  std::string text = title(client, number) + identity(client);
  if (!client.status_reason.empty()) text += md_text(shown(client.status_reason, 600)) + " ";
  text += md_text(meaning_of(client.status));
  text += "\n\nEvidence:\n\n";
  text += log_evidence(report, client) + idp_evidence(client) + code_evidence(report, client) + "\n";
  return text + advice(client.recommendation) + checklist(client.recommendation);
}

}  // namespace ropc::reporters
