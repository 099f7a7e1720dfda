#pragma once

#include "advice/knowledge.h"
#include "common/yaml_reader.h"

namespace ropc::advice {

/// One file of advice/signals; faults go to `in`.
std::vector<Signal> signals_of(YamlReader& in, const YamlNode& map);

}  // namespace ropc::advice
