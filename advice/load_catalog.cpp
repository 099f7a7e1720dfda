#include "advice/load_catalog.h"

#include <array>

#include "advice/load_parts.h"

namespace ropc::advice {
namespace {

constexpr std::array<std::string_view, 4> kSupportWords = {"unknown", "no", "partial", "yes"};

Support support_at(YamlReader& in, const YamlNode& map, const std::string& flow) {
  static constexpr std::array<YamlKey, 3> kKeys = {{{"value", true}, {"note"}, {"verify"}}};
  const YamlNode& node = *map.find(flow);
  Support out;
  std::optional<std::size_t> word;
  if (node.is_map() && in.check_map(node, "support", kKeys)) {
    word = in.choice(node, "value", kSupportWords);
    out.note = in.text(node, "note");
    out.verify = in.flag(node, "verify");
  } else if (!node.is_map()) {
    word = in.choice(map, flow, kSupportWords);
  }
  if (word) out.value = static_cast<Support::Value>(*word);
  return out;
}

std::map<std::string, Support> supports_at(YamlReader& in, const YamlNode& map) {
  std::map<std::string, Support> out;
  const YamlNode* node = map.find("supports");
  if (node == nullptr || !node->is_map()) return out;
  for (const auto& [flow, value] : node->entries) out[flow] = support_at(in, *node, flow);
  return out;
}

}  // namespace

Flow flow_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 5> kKeys = {
      {{"id", true}, {"title", true}, {"plain", true}, {"effort", true}, {"steps", true}}};
  Flow out;
  if (!in.check_map(map, "flow", kKeys)) return out;
  out.id = in.text(map, "id");
  out.title = in.text(map, "title");
  out.plain = in.text(map, "plain");
  out.effort = in.text(map, "effort");
  out.steps = steps_at(in, map, "steps");
  return out;
}

Idp idp_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<std::string_view, 6> kLists = {"turn-off", "turn-off-all", "roll-back",
                                                             "watch",    "watch-new",    "observe"};
  static constexpr std::array<YamlKey, 13> kKeys = {{{"id", true},
                                                     {"title", true},
                                                     {"aliases"},
                                                     {"supports", true},
                                                     {"enable"},
                                                     {"turn-off", true},
                                                     {"turn-off-all"},
                                                     {"roll-back"},
                                                     {"watch", true},
                                                     {"watch-new"},
                                                     {"observe"},
                                                     {"notes"},
                                                     {"dates"}}};
  Idp out;
  if (!in.check_map(map, "identity provider", kKeys)) return out;
  out.id = in.text(map, "id");
  out.title = in.text(map, "title");
  out.aliases = in.texts(map, "aliases");
  out.supports = supports_at(in, map);
  if (const YamlNode* enable = map.find("enable"); enable != nullptr)
    for (const auto& [flow, steps] : enable->entries) out.enable[flow] = steps_at(in, *enable, flow);
  for (const std::string_view list : kLists)
    if (map.find(list) != nullptr) out.lists[std::string(list)] = steps_at(in, map, list);
  out.notes = notes_at(in, map, "notes");
  out.dates = notes_at(in, map, "dates");
  return out;
}

Checklist checklist_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kKeys = {{{"id", true}, {"steps", true}}};
  static const std::vector<std::string> kPhases = {"prepare", "change", "both", "off", "check", "back"};
  Checklist out;
  if (!in.check_map(map, "checklist", kKeys)) return out;
  out.id = in.text(map, "id");
  out.steps = steps_at(in, map, "steps");
  for (const StepText& step : out.steps) in.known_word(map.line, "phase", step.phase, kPhases);
  return out;
}

Case case_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 6> kKeys = {
      {{"id", true}, {"title", true}, {"when"}, {"evidence"}, {"says", true}, {"steps"}}};
  Case out;
  if (!in.check_map(map, "case", kKeys)) return out;
  out.id = in.text(map, "id");
  out.title = in.text(map, "title");
  out.when = conditions_at(in, map, "when");
  out.evidence = in.text(map, "evidence");
  out.says = in.text(map, "says");
  out.steps = steps_at(in, map, "steps");
  if (out.when.empty() && out.evidence.empty()) in.fault(map.line, "a case needs when or evidence");
  return out;
}

Library library_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 6> kKeys = {
      {{"id", true}, {"title", true}, {"rule", true}, {"use", true}, {"url"}, {"dates"}}};
  Library out;
  if (!in.check_map(map, "library", kKeys)) return out;
  out.id = in.text(map, "id");
  out.title = in.text(map, "title");
  out.rule = regex_at(in, map, "rule");
  out.use = texts_by_name(in, map, "use");
  out.url = in.text(map, "url");
  out.dates = notes_at(in, map, "dates");
  return out;
}

}  // namespace ropc::advice
