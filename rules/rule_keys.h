#pragma once

#include <span>
#include <string_view>

#include "common/yaml_reader.h"

namespace ropc::rules {

/// One kind of map in a rule file and the keys it may have. The loader reads by these tables; the JSON Schema for
/// editors (rules/schema/rule.schema.json) is compared with them by a test.
struct ObjectKeys {
  std::string_view name;  ///< "rule", "pair", … ; the name of the definition in the schema
  std::span<const YamlKey> keys;
};

/// All of them; "rule" is the whole file.
std::span<const ObjectKeys> rule_objects();

/// Keys of one object; `name` must be one of rule_objects().
std::span<const YamlKey> keys_of(std::string_view name);

/// Words that `what` ("kind", "level", "confidence", "status", "in", "format") may be.
std::span<const std::string_view> words_of(std::string_view what);

}  // namespace ropc::rules
