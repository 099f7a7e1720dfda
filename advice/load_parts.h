#pragma once

#include <string>
#include <vector>

#include "advice/knowledge.h"
#include "common/yaml_reader.h"

namespace ropc::advice {

/// The pieces that several kinds of advice files share. All faults go to `in`; what is returned after one is not used.
std::vector<Condition> conditions_at(YamlReader& in, const YamlNode& map, std::string_view key);
std::vector<StepText> steps_at(YamlReader& in, const YamlNode& map, std::string_view key);
std::vector<Note> notes_at(YamlReader& in, const YamlNode& map, std::string_view key);
/// A pattern for lower-case text; nullptr when the key is missing.
std::shared_ptr<const Regex> regex_at(YamlReader& in, const YamlNode& map, std::string_view key);
/// A whole number with sign; 0 when the key is missing.
int whole_number_at(YamlReader& in, const YamlNode& map, std::string_view key);
/// A map of scalars.
std::map<std::string, std::string> texts_by_name(YamlReader& in, const YamlNode& map, std::string_view key);

}  // namespace ropc::advice
