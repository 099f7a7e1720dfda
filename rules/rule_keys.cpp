#include "rules/rule_keys.h"

#include <array>

namespace ropc::rules {
namespace {

constexpr std::array<YamlKey, 19> kRule = {{{"id", true},
                                            {"title", true},
                                            {"kind", true},
                                            {"level", false},
                                            {"confidence", false},
                                            {"status", false},
                                            {"construct", false},
                                            {"idp", false},
                                            {"languages", false},
                                            {"match", true},
                                            {"requires_any", false},
                                            {"atoms", false},
                                            {"context", false},
                                            {"message", true},
                                            {"explain", true},
                                            {"fix", true},
                                            {"references", true},
                                            {"tags", false},
                                            {"examples", true}}};
constexpr std::array<YamlKey, 4> kMatch = {{{"pair"}, {"call"}, {"setting"}, {"text"}}};
constexpr std::array<YamlKey, 7> kPair = {{{"keys"}, {"key_names"}, {"values"}, {"value_names"}, {"compared"}, {"defined"}, {"hard_coded"}}};
constexpr std::array<YamlKey, 6> kCall = {
    {{"names", true}, {"imports"}, {"types"}, {"min_arguments"}, {"max_arguments"}, {"arguments"}}};
constexpr std::array<YamlKey, 5> kArgument = {{{"position"}, {"name"}, {"values"}, {"value_names"}, {"absent"}}};
constexpr std::array<YamlKey, 6> kSetting = {
    {{"formats"}, {"files"}, {"paths", true}, {"values"}, {"contains"}, {"where"}}};
constexpr std::array<YamlKey, 3> kSibling = {{{"path", true}, {"values"}, {"absent"}}};
constexpr std::array<YamlKey, 2> kText = {{{"in"}, {"pattern", true}}};
constexpr std::array<YamlKey, 5> kContext = {{{"client_id"}, {"tenant"}, {"endpoint"}, {"idp"}, {"scope"}}};
constexpr std::array<YamlKey, 3> kPlace = {{{"position"}, {"name"}, {"value"}}};
constexpr std::array<YamlKey, 3> kExamples = {{{"match", true}, {"no_match", true}, {"known_gaps"}}};
constexpr std::array<YamlKey, 7> kExample = {
    {{"name", true}, {"language"}, {"file"}, {"text", true}, {"line"}, {"client_id"}, {"kind"}}};

constexpr std::array<ObjectKeys, 12> kObjects = {{{"rule", kRule},
                                                  {"match", kMatch},
                                                  {"pair", kPair},
                                                  {"call", kCall},
                                                  {"argument", kArgument},
                                                  {"setting", kSetting},
                                                  {"sibling", kSibling},
                                                  {"text", kText},
                                                  {"context", kContext},
                                                  {"place", kPlace},
                                                  {"examples", kExamples},
                                                  {"example", kExample}}};

constexpr std::array<std::string_view, 4> kKinds = {"request", "enable", "implement", "mention"};
constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};
constexpr std::array<std::string_view, 3> kConfidences = {"tentative", "firm", "certain"};
constexpr std::array<std::string_view, 3> kStatuses = {"stable", "draft", "retired"};
constexpr std::array<std::string_view, 4> kIn = {"any", "code", "strings", "comments"};
constexpr std::array<std::string_view, 8> kFormats = {"env", "hcl", "ini", "json", "properties", "toml", "xml", "yaml"};

struct Words {
  std::string_view what;
  std::span<const std::string_view> words;
};
constexpr std::array<Words, 6> kWords = {{{"kind", kKinds},
                                          {"level", kLevels},
                                          {"confidence", kConfidences},
                                          {"status", kStatuses},
                                          {"in", kIn},
                                          {"format", kFormats}}};

}  // namespace

std::span<const ObjectKeys> rule_objects() { return kObjects; }

std::span<const YamlKey> keys_of(std::string_view name) {
  for (const ObjectKeys& object : kObjects)
    if (object.name == name) return object.keys;
  return {};
}

std::span<const std::string_view> words_of(std::string_view what) {
  for (const Words& entry : kWords)
    if (entry.what == what) return entry.words;
  return {};
}

}  // namespace ropc::rules
