#include <cstdlib>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "common/file_bytes.h"
#include "rules/rule_keys.h"
#include "tests/support/catch.h"

using namespace ropc;
using nlohmann::json;

namespace {

json schema() {
  const char* root = std::getenv("ROPC_SOURCE_DIR");
  REQUIRE(root != nullptr);
  const auto text = read_file(std::string(root) + "/rules/schema/rule.schema.json", 1 << 20);
  REQUIRE(text);
  return json::parse(*text, nullptr, false);
}

}  // namespace

TEST_CASE("the schema for editors has the loader's keys") {
  const json root = schema();
  REQUIRE(root.is_object());
  for (const rules::ObjectKeys& object : rules::rule_objects()) {
    INFO(object.name);
    const json& definition = root["$defs"][std::string(object.name)];
    std::set<std::string> known;
    std::set<std::string> required;
    for (const YamlKey& key : object.keys) {
      known.emplace(key.name);
      if (key.required) required.emplace(key.name);
    }
    std::set<std::string> in_schema;
    for (const auto& [name, value] : definition["properties"].items()) in_schema.insert(name);
    CHECK(in_schema == known);
    CHECK(definition.value("required", std::set<std::string>{}) == required);
    CHECK(definition["additionalProperties"] == false);
  }
}

TEST_CASE("the schema for editors has the loader's words") {
  const json root = schema();
  const json& rule = root["$defs"]["rule"]["properties"];
  const auto same = [](const json& in_schema, std::string_view what) {
    const auto words = rules::words_of(what);
    return in_schema.get<std::vector<std::string>>() == std::vector<std::string>(words.begin(), words.end());
  };
  for (const char* what : {"kind", "level", "confidence", "status"}) {
    INFO(what);
    CHECK(same(rule[what]["enum"], what));
  }
  CHECK(same(root["$defs"]["text"]["properties"]["in"]["enum"], "in"));
  CHECK(same(root["$defs"]["setting"]["properties"]["formats"]["items"]["enum"], "format"));
}
