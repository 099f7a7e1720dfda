#include "reporters/sarif/rules.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text.h"
#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/markdown_text.h"
#include "reporters/rule_book.h"

namespace ropc::reporters::sarif {
namespace {

constexpr std::size_t kMaxDescription = 1024;  // GitHub's limit of short and full description
constexpr std::size_t kMaxName = 255;

/// GitHub: 7.0 to 8.9 is high, 4.0 to 6.9 medium. A mention is no weakness and has none.
std::string_view security_severity(Level level) {
  constexpr std::array<std::string_view, 3> values = {"", "5.5", "8.0"};
  return values[static_cast<std::size_t>(level)];
}

std::string_view problem_severity(Level level) {
  constexpr std::array<std::string_view, 3> values = {"recommendation", "warning", "error"};
  return values[static_cast<std::size_t>(level)];
}

std::string_view precision(Confidence confidence) {
  constexpr std::array<std::string_view, 3> values = {"medium", "high", "very-high"};
  return values[static_cast<std::size_t>(confidence)];
}

std::string sentence(std::string text) {
  text = trim(text);
  if (text.empty()) return "No description.";
  if (std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
  return shortened(text, kMaxDescription);
}

/// Weakness ids first, so that a limit on tags does not cut them.
std::vector<std::string> tags_of(const RuleInfo& rule, const Profile& profile) {
  std::vector<std::string> tags = {"security"};
  const auto add = [&](const std::string& tag) {
    const std::string text = shown(tag, 100);
    if (!text.empty() && std::find(tags.begin(), tags.end(), text) == tags.end()) tags.push_back(text);
  };
  for (const unsigned cwe : weaknesses_of(rule)) add("external/cwe/cwe-" + std::to_string(cwe));
  for (const std::string& tag : rule.tags)
    if (!tag.starts_with("external/cwe/")) add(tag);
  if (profile.max_tags > 0 && tags.size() > profile.max_tags) tags.resize(profile.max_tags);
  return tags;
}

Json help(const RuleInfo& rule) {
  const std::string text = explanation_of(rule) + "\n\n" + remedy_of(rule);
  std::string plain = text;
  std::string markdown = md_paragraphs(text);
  std::string_view gap = "\n\n- ";
  for (const std::string& reference : rule.references) {
    plain += "\n" + printable(reference);
    markdown += std::string(gap) + md_link(reference, reference);
    gap = "\n- ";
  }
  return {{"text", plain}, {"markdown", markdown}};
}

Json descriptor(const RuleInfo& rule, const Profile& profile) {
  Json out = {{"id", valid_utf8(rule.id)},
              {"name", pascal_case(rule.id)},
              {"shortDescription", {{"text", sentence(printable(rule.title))}}},
              {"fullDescription", {{"text", sentence(printable(rule.message.empty() ? rule.title : rule.message))}}},
              {"help", help(rule)}};
  const auto web = std::find_if(rule.references.begin(), rule.references.end(), is_web_address);
  if (web != rule.references.end()) out["helpUri"] = *web;
  out["defaultConfiguration"] = {{"level", name_of(rule.level)}};
  Json properties = {{"tags", tags_of(rule, profile)},
                     {"kind", name_of(rule.kind)},
                     {"precision", precision(rule.confidence)},
                     {"problem.severity", problem_severity(rule.level)}};
  const std::string_view severity = security_severity(rule.level);
  if (profile.security_severity && !severity.empty()) properties["security-severity"] = severity;
  out["properties"] = properties;
  return out;
}

}  // namespace

std::string pascal_case(const std::string& id) {
  std::string out;
  bool begins = true;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (c < '0' || c > '9')) {
      begins = true;
      continue;
    }
    out += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    begins = false;
  }
  if (out.size() > kMaxName) out.resize(kMaxName);
  return out.empty() ? "Rule" : out;
}

RuleTable rule_table(const Report& report, const std::vector<FindingRow>& rows, const Profile& profile) {
  RuleBook book(report);
  std::map<std::string, const RuleInfo*> used;
  for (const FindingRow& row : rows) used.try_emplace(row.finding->rule_id, &book.of(*row.finding));
  RuleTable table;
  for (const auto& [id, rule] : used) {
    table.index[id] = table.rules.size();
    table.rules.push_back(descriptor(*rule, profile));
  }
  return table;
}

}  // namespace ropc::reporters::sarif
