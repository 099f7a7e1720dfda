#include "reporters/sarif/results.h"

#include <algorithm>

#include "common/text.h"
#include "model/names.h"
#include "reporters/escape.h"
#include "reporters/rule_book.h"

namespace ropc::reporters::sarif {
namespace {

constexpr std::size_t kMaxRelated = 100;     // GitHub shows 100 locations of a result
constexpr std::size_t kMaxFlowSteps = 1000;  // and 1,000 of a flow

/// A finding without a line is on the first one: consumers want one that exists.
Json lines_of(const Location& where) {
  const std::uint32_t first = std::max(where.line, 1U);
  return {{"startLine", first}, {"endLine", std::max(where.end_line, first)}};
}

/// The primary region, in UTF-16 columns where the scanner knew them: a byte column would be wrong on lines that are
/// not ASCII.
Json region_of(const Finding& f) {
  Json region = lines_of(f.where);
  region["startColumn"] = std::max(f.utf16_column, 1U);
  const bool one_line = region["startLine"] == region["endLine"];
  if (f.utf16_column > 0 && f.utf16_end_column > (one_line ? f.utf16_column : 0))
    region["endColumn"] = f.utf16_end_column;
  return region;
}

/// "[x](1)" in a message would be a link to a related location, so "](" is parted.
std::string without_links(std::string text) {
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at)) text.insert(at + 1, " ");
  return text.empty() ? "No message." : text;
}

Json place(const RelatedPlace& related) {
  return {{"physicalLocation", physical_location(related.where)}, {"message", {{"text", without_links(shown(related.message, 500))}}}};
}

Json related_locations(const Finding& f) {
  Json out = Json::array();
  for (const RelatedPlace& related : f.related) {
    if (!inside_root(related.where.path) || out.size() >= kMaxRelated) continue;
    Json entry = place(related);
    entry["id"] = out.size() + 1;
    out.push_back(entry);
  }
  return out;
}

Json code_flows(const Finding& f) {
  Json steps = Json::array();
  for (const RelatedPlace& step : f.flow)
    if (inside_root(step.where.path) && steps.size() < kMaxFlowSteps) steps.push_back({{"location", place(step)}});
  Json flow = Json::object();
  flow["threadFlows"] = Json::array();
  flow["threadFlows"].push_back({{"locations", steps}});
  return steps.empty() ? Json::array() : Json::array({flow});
}

Json partial_fingerprints(const Finding& f) {
  Json out = Json::object();
  if (!f.line_hash.empty()) out["primaryLocationLineHash"] = f.line_hash;
  if (!f.fingerprint.empty()) out["ropcAudit/v1"] = valid_utf8(f.fingerprint);
  return out;
}

Json properties_of(const Finding& f) {
  Json out = {{"kind", name_of(f.kind)},
              {"construct", shown(f.construct)},
              {"language", shown(f.language)},
              {"confidence", name_of(f.confidence)}};
  if (f.client_id) out["clientId"] = valid_utf8(*f.client_id);
  if (f.idp) out["idp"] = valid_utf8(*f.idp);
  if (f.tenant) out["tenant"] = valid_utf8(*f.tenant);
  if (f.endpoint) out["endpoint"] = valid_utf8(*f.endpoint);
  out["testCode"] = f.test_code;
  out["sampleCode"] = f.sample_code;
  out["vendored"] = f.vendored;
  return out;
}

}  // namespace

Json physical_location(const Location& where) {
  Json out = {{"artifactLocation", {{"uri", uri_of(where.path)}}}};
  if (where.line > 0) out["region"] = lines_of(where);
  return out;
}

Json result_of(const Finding& f, std::size_t rule_index, const Profile& profile) {
  Json location = {{"physicalLocation", physical_location(f.where)}};
  location["physicalLocation"]["region"] = region_of(f);
  Json out = {{"ruleId", valid_utf8(f.rule_id)},
              {"ruleIndex", rule_index},
              {"level", name_of(f.level)},
              {"message", {{"text", without_links(message_of(f))}}}};
  out["locations"] = Json::array({location});
  if (Json related = related_locations(f); !related.empty()) out["relatedLocations"] = related;
  if (Json flows = code_flows(f); !flows.empty()) out["codeFlows"] = flows;
  if (profile.own_fingerprint_only)
    out["fingerprints"] = {{"ropcAudit/v1", valid_utf8(f.fingerprint)}};
  else
    out["partialFingerprints"] = partial_fingerprints(f);
  if (f.suppressed && profile.suppressed)
    out["suppressions"] = Json::array({{{"kind", "inSource"}, {"status", "accepted"}, {"justification", shown(*f.suppressed, 500)}}});
  out["properties"] = properties_of(f);
  return out;
}

}  // namespace ropc::reporters::sarif
