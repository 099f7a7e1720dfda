#pragma once

#include "advice/knowledge.h"
#include "common/yaml_reader.h"

namespace ropc::advice {

/// inputs.yaml, decision.yaml, ranking.yaml; faults go to `in`.
std::vector<InputInfo> inputs_of(YamlReader& in, const YamlNode& map);
std::vector<Rule> rules_of(YamlReader& in, const YamlNode& map);
std::vector<RankRule> ranking_of(YamlReader& in, const YamlNode& map);

}  // namespace ropc::advice
