#include "idpconfig/profile_fields.h"

#include <array>
#include <utility>

#include "common/text.h"
#include "common/yaml_reader.h"
#include "idpconfig/special.h"
#include "model/names.h"

namespace ropc::idpconfig {
namespace {

/// "a.b[].c", or a list of names where names hold dots themselves. The empty text is the empty path.
Path path_of(YamlReader& in, const YamlNode& node) {
  Path out;
  if (node.is_list()) {
    for (const YamlNode& item : node.items) out.push_back(item.scalar);
    return out;
  }
  if (!node.is_scalar()) in.fault(node.line, "a path is a text such as a.b[].c, or a list of names");
  for (std::string_view part : split(node.scalar, '.')) {
    std::size_t elements = 0;
    for (; part.ends_with(kElement); ++elements) part.remove_suffix(kElement.size());
    if (!part.empty()) out.emplace_back(part);
    out.insert(out.end(), elements, std::string(kElement));
  }
  return out;
}

Path path_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? Path() : path_of(in, *node);
}

std::vector<Path> paths_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  std::vector<Path> out;
  if (node == nullptr) return out;
  if (!node->is_list()) in.fault(node->line, "\"" + std::string(key) + "\" is a list of paths");
  for (const YamlNode& item : node->items) out.push_back(path_of(in, item));
  return out;
}

struct TestWord {
  std::string_view word;
  FactRule::Test test;
};
constexpr std::array<TestWord, 5> kTests = {{{"is", FactRule::Test::is},
                                             {"has", FactRule::Test::has},
                                             {"lacks", FactRule::Test::lacks},
                                             {"absent", FactRule::Test::absent},
                                             {"present", FactRule::Test::present}}};

FactRule rule_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 10> kKeys = {
      {{"path"}, {"is"}, {"has"}, {"lacks"}, {"absent"}, {"present"}, {"value"}, {"copy"}, {"each"}, {"why"}}};
  FactRule rule;
  if (!in.check_map(map, "rule", kKeys)) return rule;
  rule.path = path_at(in, map, "path");
  rule.value = in.text(map, "value");
  rule.why = in.text(map, "why");
  for (const TestWord& t : kTests) {
    if (map.find(t.word) == nullptr) continue;
    rule.test = t.test;
    rule.words = in.texts(map, t.word);
  }
  for (const std::string_view key : {"copy", "each"}) {
    if (map.find(key) == nullptr) continue;
    rule.path = path_at(in, map, key);
    rule.test = FactRule::Test::present;
    (key == "copy" ? rule.copy : rule.each) = true;
  }
  if (rule.value.empty() && rule.why.empty() && !rule.copy && !rule.each)
    in.fault(map.line, "a rule needs value, copy, each or why");
  if (rule.test != FactRule::Test::always && rule.path.empty()) in.fault(map.line, "a test needs a path");
  return rule;
}

std::vector<FactRule> rules_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  std::vector<FactRule> out;
  for (const YamlNode* item : in.maps(map, key)) out.push_back(rule_of(in, *item));
  return out;
}

Recognition recognition_at(YamlReader& in, const YamlNode& map, std::string_view key) {
  static constexpr std::array<YamlKey, 3> kKeys = {{{"all"}, {"any"}, {"none"}}};
  Recognition out;
  const YamlNode* node = map.find(key);
  if (node == nullptr || !in.check_map(*node, key, kKeys)) return out;
  out.all = paths_at(in, *node, "all");
  out.any = paths_at(in, *node, "any");
  out.none = paths_at(in, *node, "none");
  return out;
}

void read_facts(YamlReader& in, const YamlNode& map, Profile& profile) {
  const YamlNode* facts = map.find("facts");
  if (facts == nullptr) return;
  for (std::size_t i = 0; i < facts->entries.size(); ++i) {
    const std::string& key = facts->entries[i].first;
    if (const auto kind = named<IdpFact::Kind>(key)) {
      profile.facts[*kind] = rules_at(in, *facts, key);
    } else {
      in.fault(facts->key_lines[i], "\"" + key + "\" is no kind of fact");
    }
  }
}

std::vector<Profile::Format> formats_of(YamlReader& in, const YamlNode& map) {
  std::vector<Profile::Format> out;
  for (const std::string& word : in.texts(map, "formats")) {
    if (word == "json") {
      out.push_back(Profile::Format::json);
    } else if (word == "yaml") {
      out.push_back(Profile::Format::yaml);
    } else if (word == "csv") {
      out.push_back(Profile::Format::csv);
    } else {
      in.fault(map.line, "formats are json, yaml and csv, not \"" + word + "\"");
    }
  }
  return out;
}

std::vector<ProfileExample> examples_of(YamlReader& in, const YamlNode& map) {
  static constexpr std::array<YamlKey, 2> kKeys = {{{"document", true}, {"facts"}}};
  std::vector<ProfileExample> out;
  for (const YamlNode* item : in.maps(map, "examples"))
    if (in.check_map(*item, "example", kKeys))
      out.push_back({in.text(*item, "document"), in.texts(*item, "facts"), item->line});
  return out;
}

constexpr std::array<YamlKey, 21> kProfileKeys = {{{"id", true},
                                                   {"idp", true},
                                                   {"title", true},
                                                   {"formats", true},
                                                   {"roots"},
                                                   {"records"},
                                                   {"context"},
                                                   {"presence"},
                                                   {"recognise"},
                                                   {"recognise-document"},
                                                   {"contains"},
                                                   {"client-id"},
                                                   {"tenant-of-record"},
                                                   {"tenant-id"},
                                                   {"tenant-name"},
                                                   {"facts"},
                                                   {"blocked-by-document"},
                                                   {"special"},
                                                   {"note"},
                                                   {"examples", true},
                                                   {"source"}}};

void check(YamlReader& in, const YamlNode& map, const Profile& p) {
  if (p.record.empty() && p.document.empty()) in.fault(map.line, "a profile needs recognise or recognise-document");
  if (!p.record.empty() && p.client_id.empty()) in.fault(map.line, "a profile with recognise needs client-id");
  if (!p.special.empty() && find_special(p.special) == nullptr)
    in.fault(map.line, "nothing in the program is named \"" + p.special + "\"");
}

}  // namespace

Result<Profile> profile_of(const YamlNode& map, const std::string& path) {
  YamlReader in(path);
  Profile p;
  if (in.check_map(map, "profile", kProfileKeys)) {
    p.id = in.text(map, "id");
    p.idp = in.text(map, "idp");
    p.title = in.text(map, "title");
    p.formats = formats_of(in, map);
    p.roots = map.find("roots") != nullptr ? paths_at(in, map, "roots") : std::vector<Path>{Path()};
    p.records = paths_at(in, map, "records");
    p.context = paths_at(in, map, "context");
    p.presence = paths_at(in, map, "presence");
    p.record = recognition_at(in, map, "recognise");
    p.document = recognition_at(in, map, "recognise-document");
    p.contains = in.texts(map, "contains");
    p.client_id = path_at(in, map, "client-id");
    p.tenant_of_record = path_at(in, map, "tenant-of-record");
    p.tenant_id = path_at(in, map, "tenant-id");
    p.tenant_name = path_at(in, map, "tenant-name");
    read_facts(in, map, p);
    p.blocked_by_document = rules_at(in, map, "blocked-by-document");
    p.special = in.text(map, "special");
    p.note = in.text(map, "note");
    p.examples = examples_of(in, map);
    for (const Path* wanted : {&p.tenant_id, &p.tenant_name})
      if (!wanted->empty()) p.context.push_back(*wanted);
    check(in, map, p);
  }
  if (!in.ok()) return fail(in.faults().front());
  return p;
}

}  // namespace ropc::idpconfig
