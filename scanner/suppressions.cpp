#include "scanner/suppressions.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "common/text.h"

namespace ropc::scanner {
namespace {

constexpr std::string_view kMark = "ropc-audit:ignore";

struct Suppression {
  std::vector<std::string> ids;
  std::string reason;
};

/// What stands after the mark; `text` is the rest of the line.
Suppression parsed(std::string_view text) {
  Suppression out;
  if (text.empty() || text.front() != '[') return out;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) return out;
  for (const std::string_view id : split(text.substr(1, close - 1), ',')) out.ids.emplace_back(trim(id));
  std::string_view reason = trim(text.substr(close + 1));
  // The end of the comment is no reason.
  for (const std::string_view end : {"*/", "-->", "#>", "--}}", "#}", "*)"})
    if (const std::size_t at = reason.find(end); at != std::string_view::npos) reason = trim(reason.substr(0, at));
  while (!reason.empty() && (reason.front() == ':' || reason.front() == '-')) reason = trim(reason.substr(1));
  out.reason = std::string(reason.substr(0, 300));
  return out;
}

Diagnostic complaint(const Document& document, std::uint32_t line, const std::string& message) {
  return {Diagnostic::Level::warning, message, {document.path, line, 0, line, 0}};
}

}  // namespace

std::vector<Diagnostic> apply_suppressions(const Document& document, const rules::RuleSet& rules,
                                           std::vector<Finding>& findings) {
  std::vector<Diagnostic> out;
  std::map<std::uint32_t, Suppression> by_line;
  const std::string_view text = document.text;
  for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + kMark.size())) {
    const std::uint32_t line = document.lines.line(at);
    const std::string_view rest = text.substr(at + kMark.size());
    Suppression found = parsed(rest.substr(0, rest.find('\n')));
    if (found.ids.empty()) {
      out.push_back(complaint(document, line, "this suppression names no rule and is not honoured: write ropc-audit:ignore[rule-id] and the reason"));
      continue;
    }
    for (const std::string& id : found.ids)
      if (rules.find(id) == nullptr)
        out.push_back(complaint(document, line, "this suppression names a rule that does not exist: see ropc-audit rules list"));
    if (found.reason.empty()) {
      out.push_back(complaint(document, line, "this suppression gives no reason and is not honoured: write the reason after the bracket"));
      found.ids.clear();  // it still lets one above it through
    }
    by_line[line] = std::move(found);
  }
  if (by_line.empty()) return out;
  for (Finding& finding : findings) {
    std::uint32_t line = finding.where.line;
    auto here = by_line.find(line);
    if (here == by_line.end()) here = by_line.find(--line);
    while (here != by_line.end() && !finding.suppressed) {
      const std::vector<std::string>& ids = here->second.ids;
      if (std::find(ids.begin(), ids.end(), finding.rule_id) != ids.end()) finding.suppressed = here->second.reason;
      here = by_line.find(--line);
    }
  }
  return out;
}

}  // namespace ropc::scanner
