#include "scanner/collapse.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>

namespace ropc::scanner {
namespace {

/// How much a rule knows about what it finds.
int specificity(const rules::RuleSet& rules, const Finding& finding) {
  const rules::Rule* rule = rules.find(finding.rule_id);
  if (rule == nullptr || rule->any.empty()) return 0;
  int out = 0;
  for (const rules::Match& match : rule->any) {
    if (std::holds_alternative<rules::CallMatch>(match) || std::holds_alternative<rules::SettingMatch>(match))
      out = std::max(out, 4);
    if (std::holds_alternative<rules::PairMatch>(match)) out = std::max(out, 2);
  }
  return out + (rule->idp.empty() ? 0 : 1);
}

auto rank(const rules::RuleSet& rules, const Finding& finding) {
  // The Clang eye knows types and macros that the others guess.
  return std::tuple(finding.kind != Kind::mention, specificity(rules, finding), finding.confidence, finding.eye == "ast");
}

/// Whether the finding is about the password in the code: that is a fault of its own.
bool about_secret(const rules::RuleSet& rules, const Finding& finding) {
  const rules::Rule* rule = rules.find(finding.rule_id);
  return rule != nullptr && std::ranges::any_of(rule->any, [](const rules::Match& match) {
    const auto* pair = std::get_if<rules::PairMatch>(&match);
    return pair != nullptr && pair->hard_coded;
  });
}

/// Columns count only where both are known and the line is the same.
bool overlap(const Location& a, const Location& b) {
  if (a.end_line < b.line || b.end_line < a.line) return false;
  const bool one_line = a.line == a.end_line && b.line == b.end_line && a.line == b.line;
  if (!one_line || a.column == 0 || b.column == 0) return true;
  // Several statements can stand on one line of minified code; elsewhere one line is one site.
  constexpr std::uint32_t kSite = 200;
  return a.column <= b.end_column + kSite && b.column <= a.end_column + kSite;
}

template <class T>
void fill(std::optional<T>& slot, const std::optional<T>& value) {
  if (!slot) slot = value;
}

/// Takes from `other` what `kept` does not know.
void merge(Finding& kept, const Finding& other) {
  if (kept.kind != Kind::mention && other.kind == Kind::mention) return;
  fill(kept.client_id, other.client_id);
  fill(kept.idp, other.idp);
  fill(kept.tenant, other.tenant);
  fill(kept.endpoint, other.endpoint);
  if (kept.scopes.empty()) kept.scopes = other.scopes;
  if (kept.user_from == CredentialSource::unknown) kept.user_from = other.user_from;
  if (kept.password_from == CredentialSource::unknown) kept.password_from = other.password_from;
  for (const RelatedPlace& place : other.related)
    if (std::find(kept.related.begin(), kept.related.end(), place) == kept.related.end()) kept.related.push_back(place);
  if (kept.flow.empty()) kept.flow = other.flow;
}

}  // namespace

void collapse(std::vector<Finding>& findings, const rules::RuleSet& rules) {
  const auto place = [](const Finding& f) { return std::tie(f.where.line, f.where.column, f.rule_id); };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    const auto ra = rank(rules, a);
    const auto rb = rank(rules, b);
    return ra != rb ? ra > rb : place(a) < place(b);
  });
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    const bool secret = about_secret(rules, finding);
    const auto site = std::find_if(kept.begin(), kept.end(), [&](const Finding& other) {
      return overlap(finding.where, other.where) && about_secret(rules, other) == secret;
    });
    if (site == kept.end())
      kept.push_back(std::move(finding));
    else
      merge(*site, finding);
  }
  std::stable_sort(kept.begin(), kept.end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
  findings = std::move(kept);
}

}  // namespace ropc::scanner
