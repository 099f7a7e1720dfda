#include "scanner/placeholders/definitions.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/config/entries.h"
#include "scanner/config/format.h"
#include "scanner/placeholders/placeholder.h"
#include "scanner/language.h"

namespace ropc::scanner {
namespace {

using namespace config;

constexpr std::size_t kMaxName = 200;
constexpr std::size_t kMaxValue = 500;
constexpr int kMaxDepth = 30;

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool in_folder(std::string_view path, std::string_view folder) {
  return path.starts_with(std::string(folder) + "/") || path.find("/" + std::string(folder) + "/") != std::string_view::npos;
}

/// A secret's value is of no use to a report and must not travel through it.
bool secret(std::string_view name) {
  const std::string folded = folded_name(name);
  for (const std::string_view word : {"password", "secret", "passwd", "pwd", "apikey", "privatekey", "token"})
    if (folded.ends_with(word)) return true;
  return false;
}

/// Whether a map or list of this name defines variables.
bool is_scope(std::string_view key) {
  constexpr std::array<std::string_view, 12> words = {"env",  "environment", "variables", "vars", "data", "stringdata", "parameters",
                                                      "args", "values",      "arg",       "params", "literals"};
  return std::any_of(words.begin(), words.end(), [key](std::string_view w) { return equal_ignoring_case(w, key); });
}

DefinitionKind yaml_kind(std::string_view path, std::string_view name) {
  constexpr std::array<std::string_view, 6> spring = {"application", "bootstrap", "appsettings", "settings", "config.y", "microprofile"};
  constexpr std::array<std::string_view, 14> pipelines = {"compose",  "gitlab-ci", "pipeline", "workflow", "serverless",
                                                          "deploy",   "configmap", "-cm.",     "stateful", "kustom",
                                                          "taskfile", "env",       "buildspec", "cronjob"};
  constexpr std::array<std::string_view, 6> manifests = {".github", ".circleci", "k8s", "kubernetes", "manifests", "openshift"};
  for (const std::string_view folder : {"defaults", "vars", "group_vars", "host_vars"})
    if (in_folder(path, folder)) return DefinitionKind::ansible;
  if (name.starts_with("values") || name.find("values.y") != std::string_view::npos) return DefinitionKind::helm;
  if (contains_any(name, spring)) return DefinitionKind::tree;
  if (contains_any(name, pipelines)) return DefinitionKind::pipeline;
  for (const std::string_view folder : manifests)
    if (in_folder(path, folder)) return DefinitionKind::pipeline;
  return DefinitionKind::data;
}

/// Collects the definitions of one file.
class Collector {
 public:
  Collector(const Tree& tree, std::vector<Definition>& out) : tree_(tree), out_(out) {}

  void put(std::string_view name, std::string_view value) {
    value = trim(value);
    if (name.empty() || name.size() > kMaxName || value.empty() || value.size() > kMaxValue || secret(name)) return;
    std::string normal = normal_name(name);
    if (const auto hole = next_placeholder(value, 0); hole && normal_name(hole->name) == normal) {
      if (!hole->fallback || hole->begin != 0 || hole->end != value.size()) return;
      out_.push_back({std::move(normal), *hole->fallback});
    } else {
      out_.push_back({std::move(normal), std::string(value)});
    }
  }

  /// Every scalar under its dotted path.
  void paths(NodeId id, const std::string& path, int depth) {
    if (depth > kMaxDepth) return;
    for (NodeId c = tree_.at(id).first; c != kNoNode; c = tree_.at(c).next) {
      if (tree_.key(c).empty()) continue;
      const std::string name = path.empty() ? std::string(tree_.key(c)) : path + "." + std::string(tree_.key(c));
      if (tree_.has_value(c)) put(name, tree_.value(c));
      paths(tree_.target(c), name, depth + 1);
    }
  }

  /// Direct scalars of a map; named values and NAME=value texts of a list.
  void names(NodeId id) {
    for (NodeId c = tree_.at(tree_.target(id)).first; c != kNoNode; c = tree_.at(c).next) {
      if (const auto entry = entry_of(tree_, c); entry && tree_.has_value(entry->value)) {
        put(tree_.value(entry->key), tree_.value(entry->value));
      } else if (tree_.has_value(c)) {
        const std::string_view value = tree_.value(c);
        const std::size_t equals = value.find('=');
        if (!tree_.key(c).empty())
          put(tree_.key(c), value);
        else if (equals != std::string_view::npos)
          put(value.substr(0, equals), value.substr(equals + 1));
      } else if (const NodeId inner = tree_.child(c, "default"); inner != kNoNode && tree_.has_value(inner)) {
        put(tree_.key(c), tree_.value(inner));
      }
    }
  }

  /// names() of every map and list that defines variables, wherever it stands.
  void scopes() {
    for (NodeId id = 1; id < tree_.size(); ++id)
      if (is_scope(tree_.key(id))) names(id);
  }

  /// names() of every environment of a REST client's file: the scopes() apart, its top-level maps.
  void environments(NodeId document) {
    for (NodeId c = tree_.at(document).first; c != kNoNode; c = tree_.at(c).next)
      if (!is_scope(tree_.key(c))) names(c);
  }

  /// Every named scalar under its own name.
  void leaves(const std::string& prefix) {
    for (NodeId id = 1; id < tree_.size(); ++id)
      if (!tree_.key(id).empty() && tree_.has_value(id)) put(prefix + std::string(tree_.key(id)), tree_.value(id));
  }

  void terraform(NodeId document, bool assignments) {
    for (NodeId b = tree_.at(document).first; b != kNoNode; b = tree_.at(b).next) {
      const std::string_view block = tree_.key(b);
      if (assignments && tree_.has_value(b)) put("var." + std::string(block), tree_.value(b));
      if (block != "variable" && block != "locals") continue;
      for (NodeId v = tree_.at(b).first; v != kNoNode; v = tree_.at(v).next) {
        const NodeId value = block == "locals" ? v : tree_.child(v, "default");
        if (value == kNoNode || !tree_.has_value(value)) continue;
        std::string text(tree_.value(value));
        const bool expression = !tree_.at(value).quoted && text.find('.') != std::string::npos && text.find_first_of(" (\"") == std::string::npos;
        put((block == "locals" ? "local." : "var.") + std::string(tree_.key(v)), expression ? "${" + text + "}" : text);
      }
    }
  }

 private:
  const Tree& tree_;
  std::vector<Definition>& out_;
};

}  // namespace

DefinitionKind definition_kind(std::string_view path) {
  const std::string whole = lower(path);
  const std::string_view name = file_name(whole);
  const auto ends = [name](std::string_view ending) { return name.ends_with(ending); };
  if (ends(".tf") || ends(".tfvars")) return DefinitionKind::terraform;
  if (ends(".yml") || ends(".yaml") || ends(".yml.j2") || ends(".yaml.tmpl")) return yaml_kind(whole, name);
  if (name.starts_with(".env") || ends(".env") || name == "env" || ends(".envrc") || name.starts_with("dockerfile") ||
      ends(".dockerfile") || ends("postman_environment.json") || ends(".env.json") || ends("postman_collection.json"))
    return DefinitionKind::variables;
  if (ends(".bru") && in_folder(whole, "environments")) return DefinitionKind::variables;
  if (ends(".sh") && contains_any(name, std::array<std::string_view, 6>{"env", "config", "vars", "settings", "variables", "common"}))
    return DefinitionKind::variables;
  if (ends(".properties") || ends(".ini") || ends(".toml")) return DefinitionKind::tree;
  if (ends(".json") && (name.starts_with("appsettings") || name.starts_with("config") || name.starts_with("settings") ||
                        in_folder(whole, "config") || name.starts_with("local.settings")))
    return DefinitionKind::tree;
  return ends(".json") ? DefinitionKind::data : DefinitionKind::none;
}

int definition_rank(std::string_view path) {
  const std::string name = lower(file_name(path));
  if (name.ends_with(".tf")) return 1;  // a default: what .tfvars sets comes before it
  if (name.ends_with(".tfvars")) return name == "terraform.tfvars" || name.ends_with(".auto.tfvars") ? 0 : 2;
  if (contains_any(std::string_view(name), std::array<std::string_view, 12>{"example", "sample", "template", "test", "dist", "override",
                                                                            "staging", "prod", "dev", "local", "ci", "docker"}) &&
      name.find("docker-compose.y") == std::string::npos && !name.starts_with("dockerfile"))
    return 1;
  return 0;
}

std::vector<Definition> definitions_in(std::string_view path, const std::string& text) {
  std::vector<Definition> out;
  const DefinitionKind kind = definition_kind(path);
  Document document{.path = std::string(path), .text = {}, .language = std::string(language_of(path, text)), .lines = LineIndex("")};
  const bool shell = document.language == "bash";
  const Format format = shell ? Format::env : format_of(document);
  const Parsed parsed = parse(format, text);
  Collector collector(parsed.tree, out);
  for (NodeId d = parsed.tree.at(kRoot).first; d != kNoNode; d = parsed.tree.at(d).next) {
    switch (kind) {
      case DefinitionKind::terraform: collector.terraform(d, path.ends_with(".tfvars")); break;
      case DefinitionKind::helm: collector.paths(d, "Values", 0); break;
      case DefinitionKind::tree: collector.paths(d, "", 0); break;
      case DefinitionKind::ansible: collector.names(d); break;
      case DefinitionKind::data: collector.leaves("each.value."); break;
      case DefinitionKind::variables:
        if (format == Format::env) collector.names(d);
        break;
      case DefinitionKind::pipeline:
      case DefinitionKind::none: break;
    }
    if (kind == DefinitionKind::variables && path.ends_with(".json")) collector.environments(d);
  }
  if (kind == DefinitionKind::pipeline || (kind == DefinitionKind::variables && format != Format::env)) collector.scopes();
  return out;
}

std::string normal_name(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c != '_' && c != '-' && c != '.' && c != ' ' && c != ':') out += lower(c);
  return out;
}

}  // namespace ropc::scanner
