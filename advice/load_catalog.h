#pragma once

#include "advice/knowledge.h"
#include "common/yaml_reader.h"

namespace ropc::advice {

/// One file each; faults go to `in`.
Flow flow_of(YamlReader& in, const YamlNode& map);
Idp idp_of(YamlReader& in, const YamlNode& map);
Checklist checklist_of(YamlReader& in, const YamlNode& map);
Case case_of(YamlReader& in, const YamlNode& map);
Library library_of(YamlReader& in, const YamlNode& map);

}  // namespace ropc::advice
