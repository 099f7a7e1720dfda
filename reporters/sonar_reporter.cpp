#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"

// The importer refuses the whole file for one fault: rules need id, name and engine; severity and type stand on rules
// only; a range needs its first line. Columns must lie inside the line as the server sees it, so none are given.

namespace ropc::reporters {
namespace {

Json rule_of(const RuleInfo& rule) {
  constexpr std::array<std::string_view, 3> severities = {"INFO", "MAJOR", "CRITICAL"};
  constexpr std::array<std::string_view, 3> impacts = {"LOW", "MEDIUM", "HIGH"};
  const auto level = static_cast<std::size_t>(rule.level);
  Json impact = {{"softwareQuality", "SECURITY"}, {"severity", impacts[level]}};
  Json out = {{"id", valid_utf8(rule.id)},
              {"name", shown(rule.title.empty() ? rule.id : rule.title, 200)},
              {"description", shortened(explanation_of(rule) + "\n\n" + remedy_of(rule), 4000)},
              {"engineId", "ropc-audit"},
              {"cleanCodeAttribute", "TRUSTWORTHY"},
              {"type", "VULNERABILITY"},
              {"severity", severities[level]}};
  out["impacts"] = Json::array({impact});
  return out;
}

Json location_of(const Location& where, const std::string& message) {
  Json out = {{"message", message}, {"filePath", valid_utf8(where.path)}};
  if (where.line > 0) out["textRange"] = {{"startLine", where.line}};
  return out;
}

Json issue_of(const Finding& f) {
  Json out = {{"ruleId", valid_utf8(f.rule_id)}, {"primaryLocation", location_of(f.where, message_of(f))}};
  Json secondary = Json::array();
  for (const RelatedPlace& place : f.related)
    if (inside_root(place.where.path) && place.where.line > 0)
      secondary.push_back(location_of(place.where, shown(place.message, 300)));
  if (!secondary.empty()) out["secondaryLocations"] = secondary;
  return out;
}

}  // namespace

std::string sonar_report(const Report& report, const Style&) {
  RuleBook book(report);
  Json rules = Json::array();
  Json issues = Json::array();
  std::set<std::string> described;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    const Finding& f = *row.finding;
    if (!inside_root(f.where.path) || f.rule_id.empty()) continue;
    if (described.insert(f.rule_id).second) rules.push_back(rule_of(book.of(f)));
    issues.push_back(issue_of(f));
  }
  return json_text({{"rules", rules}, {"issues", issues}});
}

}  // namespace ropc::reporters
