#include "advice/load_decision.h"

#include <array>

#include "advice/load_parts.h"

namespace ropc::advice {
namespace {

double number_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  const auto number = in.number(map, key);
  return number ? static_cast<double>(*number) : 0;
}

Rule rule_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 11> kKeys = {{{"id", true},
                                                     {"when", true},
                                                     {"supports"},
                                                     {"flow", true},
                                                     {"fallback"},
                                                     {"checklist", true},
                                                     {"effort"},
                                                     {"ask"},
                                                     {"question"},
                                                     {"why", true},
                                                     {"next", true}}};
  Rule out;
  if (!in.check_map(map, "rule", kKeys)) return out;
  out.id = in.text(map, "id");
  out.when = conditions_at(in, map, "when");
  out.supports = in.text(map, "supports");
  out.flow = in.text(map, "flow");
  out.fallback = in.texts(map, "fallback");
  out.checklist = in.text(map, "checklist");
  out.effort = in.text(map, "effort");
  out.ask = in.texts(map, "ask");
  out.question = in.text(map, "question");
  out.why = in.text(map, "why");
  out.next = in.text(map, "next");
  return out;
}

RankRule rank_rule_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 6> kKeys = {
      {{"points", true}, {"when"}, {"stat"}, {"evidence"}, {"effort"}, {"says", true}}};
  static constexpr std::array<YamlKey, 2> kStatKeys = {{{"name", true}, {"at-least", true}}};
  RankRule out;
  if (!in.check_map(map, "ranking rule", kKeys)) return out;
  out.points = whole_number_at(in, map, "points");
  out.when = conditions_at(in, map, "when");
  out.evidence = in.text(map, "evidence");
  out.effort = in.text(map, "effort");
  out.says = in.text(map, "says");
  if (const YamlNode* stat = map.find("stat"); stat != nullptr && in.check_map(*stat, "number", kStatKeys)) {
    out.stat = in.text(*stat, "name");
    out.at_least = number_at(in, *stat, "at-least");
  }
  return out;
}

}  // namespace

std::vector<InputInfo> inputs_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kTop = {{{"id", true}, {"inputs", true}}};
  static constexpr std::array<YamlKey, 9> kKeys = {{{"id", true},
                                                    {"title", true},
                                                    {"fact"},
                                                    {"question"},
                                                    {"values"},
                                                    {"answers"},
                                                    {"given"},
                                                    {"silent"},
                                                    {"ask-at"}}};
  std::vector<InputInfo> out;
  if (!in.check_map(map, "list of inputs", kTop)) return out;
  for (const YamlNode* node : in.maps(map, "inputs")) {
    if (!in.check_map(*node, "input", kKeys)) continue;
    InputInfo info;
    info.id = in.text(*node, "id");
    info.title = in.text(*node, "title");
    info.question = in.text(*node, "question");
    info.values = in.texts(*node, "values");
    info.answers = texts_by_name(in, *node, "answers");
    info.given = in.flag(*node, "given");
    info.silent = in.text(*node, "silent");
    info.ask_at = in.texts(*node, "ask-at");
    out.push_back(std::move(info));
  }
  return out;
}

std::vector<Rule> rules_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kTop = {{{"id", true}, {"rules", true}}};
  std::vector<Rule> out;
  if (!in.check_map(map, "decision", kTop)) return out;
  for (const YamlNode* node : in.maps(map, "rules")) out.push_back(rule_of(in, *node));
  if (out.empty() || !out.back().when.empty()) in.fault(map.line, "the last rule must fit always");
  return out;
}

std::vector<RankRule> ranking_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kTop = {{{"id", true}, {"points", true}}};
  std::vector<RankRule> out;
  if (!in.check_map(map, "ranking", kTop)) return out;
  for (const YamlNode* node : in.maps(map, "points")) out.push_back(rank_rule_of(in, *node));
  return out;
}

}  // namespace ropc::advice
