#include "rules/rule_loader.h"

#include <algorithm>
#include <utility>

#include "common/regex.h"
#include "common/text.h"
#include "common/yaml_pack.h"
#include "common/yaml_reader.h"
#include "model/languages.h"
#include "rules/rule_keys.h"

namespace ropc::rules {
namespace {

template <class Enum>
Enum choice_of(YamlReader& reader, const YamlNode& map, std::string_view key, Enum otherwise) {
  const auto index = reader.choice(map, key, words_of(key));
  return index ? static_cast<Enum>(*index) : otherwise;
}

std::vector<std::string> without_empty(YamlReader& reader, const YamlNode& map, std::string_view key) {
  std::vector<std::string> out = reader.texts(map, key);
  for (const std::string& word : out)
    if (trim(word).empty()) reader.fault(map.find(key)->line, "\"" + std::string(key) + "\" holds an empty text");
  return out;
}

PairMatch read_pair(YamlReader& reader, const YamlNode& node) {
  PairMatch out;
  if (!reader.check_map(node, "pair", keys_of("pair"))) return out;
  out.keys = without_empty(reader, node, "keys");
  out.key_names = without_empty(reader, node, "key_names");
  out.values = without_empty(reader, node, "values");
  out.value_names = without_empty(reader, node, "value_names");
  out.compared = reader.flag(node, "compared");
  out.defined = reader.flag(node, "defined");
  out.hard_coded = reader.flag(node, "hard_coded");
  if (out.keys.empty() && out.key_names.empty()) reader.fault(node.line, "the pair needs \"keys\" or \"key_names\"");
  if (out.values.empty() && out.value_names.empty())
    reader.fault(node.line, "the pair needs \"values\" or \"value_names\"");
  return out;
}

ArgumentMatch read_argument(YamlReader& reader, const YamlNode& node) {
  ArgumentMatch out;
  if (!reader.check_map(node, "argument", keys_of("argument"))) return out;
  out.position = reader.number(node, "position");
  out.name = reader.text(node, "name");
  out.values = reader.texts(node, "values");
  out.value_names = reader.texts(node, "value_names");
  out.absent = reader.flag(node, "absent");
  return out;
}

CallMatch read_call(YamlReader& reader, const YamlNode& node) {
  CallMatch out;
  if (!reader.check_map(node, "call", keys_of("call"))) return out;
  out.names = without_empty(reader, node, "names");
  out.imports = without_empty(reader, node, "imports");
  out.types = without_empty(reader, node, "types");
  out.min_arguments = reader.number(node, "min_arguments");
  out.max_arguments = reader.number(node, "max_arguments");
  for (const YamlNode* argument : reader.maps(node, "arguments"))
    out.arguments.push_back(read_argument(reader, *argument));
  return out;
}

SettingMatch read_setting(YamlReader& reader, const YamlNode& node) {
  SettingMatch out;
  if (!reader.check_map(node, "setting", keys_of("setting"))) return out;
  out.formats = reader.texts(node, "formats");
  const auto known = words_of("format");
  for (const std::string& format : out.formats)
    reader.known_word(node.find("formats")->line, "format", format, {known.begin(), known.end()});
  out.files = without_empty(reader, node, "files");
  out.paths = without_empty(reader, node, "paths");
  out.values = reader.texts(node, "values");
  out.contains = reader.flag(node, "contains");
  for (const YamlNode* sibling : reader.maps(node, "where")) {
    if (!reader.check_map(*sibling, "sibling", keys_of("sibling"))) continue;
    out.where.push_back(
        {reader.text(*sibling, "path"), reader.texts(*sibling, "values"), reader.flag(*sibling, "absent")});
  }
  return out;
}

TextMatch read_text(YamlReader& reader, const YamlNode& node) {
  TextMatch out;
  if (!reader.check_map(node, "text", keys_of("text"))) return out;
  out.in = choice_of(reader, node, "in", TextMatch::In::any);
  out.pattern = reader.text(node, "pattern");
  if (auto compiled = Regex::compile(out.pattern); !compiled)
    reader.fault(node.line, compiled.error().message);
  else if (compiled->found_in(""))
    reader.fault(node.line, "the pattern matches the empty text");
  return out;
}

void read_matches(YamlReader& reader, const YamlNode& map, Rule& rule) {
  for (const YamlNode* node : reader.maps(map, "match")) {
    if (!reader.check_map(*node, "match", keys_of("match"))) continue;
    if (node->entries.size() != 1) {
      reader.fault(node->line, "a match holds exactly one of pair, call, setting, text; write several as a list");
      continue;
    }
    const auto& [name, value] = node->entries.front();
    if (name == "pair") rule.any.emplace_back(read_pair(reader, value));
    if (name == "call") rule.any.emplace_back(read_call(reader, value));
    if (name == "setting") rule.any.emplace_back(read_setting(reader, value));
    if (name == "text") rule.any.emplace_back(read_text(reader, value));
  }
}

void read_context(YamlReader& reader, const YamlNode& map, Rule& rule) {
  const YamlNode* node = map.find("context");
  if (node == nullptr || !reader.check_map(*node, "context", keys_of("context"))) return;
  const auto facts = keys_of("context");
  for (std::size_t i = 0; i < facts.size(); ++i) {
    for (const YamlNode* place : reader.maps(*node, facts[i].name)) {
      if (!reader.check_map(*place, "place", keys_of("place"))) continue;
      rule.context.push_back({static_cast<ContextSource::Fact>(i), reader.number(*place, "position"),
                              reader.text(*place, "name"), reader.text(*place, "value")});
      if (place->entries.empty()) reader.fault(place->line, "the place needs \"position\", \"name\" or \"value\"");
    }
  }
}

Example read_example(YamlReader& reader, const YamlNode& node) {
  Example out;
  out.at_line = node.line;
  if (!reader.check_map(node, "example", keys_of("example"))) return out;
  out.name = reader.text(node, "name");
  out.language = reader.text(node, "language");
  out.file = reader.text(node, "file");
  out.text = reader.text(node, "text");
  out.line = static_cast<std::uint32_t>(reader.number(node, "line").value_or(0));
  if (node.find("client_id") != nullptr) out.client_id = reader.text(node, "client_id");
  if (node.find("kind") != nullptr) out.kind = choice_of(reader, node, "kind", Kind::request);
  if (out.language.empty() && out.file.empty())
    reader.fault(node.line, "the example needs \"language\" or \"file\"");
  const auto ids = language_ids();
  if (!out.language.empty()) reader.known_word(node.line, "language", out.language, {ids.begin(), ids.end()});
  return out;
}

void read_examples(YamlReader& reader, const YamlNode& map, Rule& rule) {
  const YamlNode* node = map.find("examples");
  if (node == nullptr || !reader.check_map(*node, "examples", keys_of("examples"))) return;
  const std::pair<std::string_view, std::vector<Example>*> lists[] = {
      {"match", &rule.match}, {"no_match", &rule.no_match}, {"known_gaps", &rule.known_gaps}};
  for (const auto& [name, list] : lists)
    for (const YamlNode* example : reader.maps(*node, name)) list->push_back(read_example(reader, *example));
  if (rule.match.empty()) reader.fault(node->line, "a rule shows at least one example that matches");
  if (rule.no_match.empty()) reader.fault(node->line, "a rule shows at least one example that does not match");
}

/// Level of a kind where the rule names none.
Level usual_level(Kind kind) {
  if (kind == Kind::mention) return Level::note;
  return kind == Kind::implement ? Level::warning : Level::error;
}

void read_words(YamlReader& reader, const YamlNode& map, Rule& rule) {
  RuleInfo& info = rule.info;
  info.id = reader.text(map, "id");
  info.title = reader.text(map, "title");
  info.kind = choice_of(reader, map, "kind", Kind::request);
  info.level = choice_of(reader, map, "level", usual_level(info.kind));
  info.confidence = choice_of(reader, map, "confidence", Confidence::firm);
  rule.status = choice_of(reader, map, "status", Rule::Status::stable);
  rule.construct = reader.text(map, "construct");
  rule.idp = reader.text(map, "idp");
  info.message = trim(reader.text(map, "message"));
  info.explain = trim(reader.text(map, "explain"));
  info.fix = trim(reader.text(map, "fix"));
  info.references = reader.texts(map, "references");
  info.tags = reader.texts(map, "tags");
  rule.languages = reader.texts(map, "languages");
  rule.requires_any = without_empty(reader, map, "requires_any");
  rule.atoms = without_empty(reader, map, "atoms");
}

void check_words(YamlReader& reader, const YamlNode& map, const Rule& rule) {
  const std::size_t slash = rule.path.find_last_of('/');
  const std::string file = rule.path.substr(slash == std::string::npos ? 0 : slash + 1);
  if (!rule.info.id.empty() && file != rule.info.id + ".yaml")
    reader.fault(map.find("id")->line, "the id is \"" + rule.info.id + "\", so the file must be called \"" +
                                           rule.info.id + ".yaml\", not \"" + file + "\"");
  const auto ids = language_ids();
  for (const std::string& language : rule.languages)
    reader.known_word(map.find("languages")->line, "language", language, {ids.begin(), ids.end()});
  for (const std::string& url : rule.info.references)
    if (!url.starts_with("https://") && !url.starts_with("http://"))
      reader.fault(map.find("references")->line, "the reference \"" + url + "\" is no URL");
  if (rule.info.title.ends_with('.')) reader.fault(map.find("title")->line, "the title ends with a full stop");
}

tl::expected<Rule, std::vector<Error>> rule_of(const Result<std::vector<YamlNode>>& documents, const std::string& path) {
  if (!documents) return tl::unexpected(std::vector<Error>{documents.error()});
  YamlReader reader(path);
  Rule rule;
  rule.path = path;
  if (documents->size() != 1) {
    reader.fault(1, "a rule file holds exactly one YAML document");
    return tl::unexpected(reader.faults());
  }
  const YamlNode& map = documents->front();
  if (reader.check_map(map, "rule", keys_of("rule"))) {
    read_words(reader, map, rule);
    read_matches(reader, map, rule);
    read_context(reader, map, rule);
    read_examples(reader, map, rule);
    check_words(reader, map, rule);
  }
  if (!reader.ok()) return tl::unexpected(reader.faults());
  return rule;
}

}  // namespace

tl::expected<Rule, std::vector<Error>> load_rule(std::string_view yaml, const std::string& path) {
  return rule_of(parse_yaml(yaml, path), path);
}

tl::expected<Rule, std::vector<Error>> load_rule(const EmbeddedFile& file, const std::string& path) {
  return rule_of(yaml_of(file, path), path);
}

}  // namespace ropc::rules
