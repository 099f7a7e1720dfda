#include "scanner/variables.h"

#include <array>
#include <optional>

#include "common/text.h"
#include "common/yaml.h"
#include "scanner/language.h"

namespace ropc::scanner {
namespace {

using Variables = std::vector<std::pair<std::string, std::string>>;

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_yaml(std::string_view name) { return name.ends_with(".yml") || name.ends_with(".yaml"); }

/// A secret's value is of no use to a report and must not travel through it.
bool secret(std::string_view name) {
  const std::string folded = folded_name(name);
  for (const std::string_view word : {"password", "secret", "passwd", "pwd", "apikey", "privatekey"})
    if (folded.ends_with(word)) return true;
  return false;
}

void put(Variables& out, std::string_view name, std::string_view value) {
  name = trim(name);
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  if (name.empty() || value.empty() || value.size() > 500 || name.size() > 200 || secret(name)) return;
  out.emplace_back(name, value);
}

/// NAME=value, name: value, export NAME=value; a line that is something else is passed over.
void from_lines(std::string_view text, Variables& out) {
  for (const std::string_view raw : split(text, '\n')) {
    std::string_view line = trim(raw);
    if (line.starts_with("export ")) line = trim(line.substr(7));
    if (line.starts_with("set ")) line = trim(line.substr(4));
    const std::size_t at = line.find_first_of("=:");
    if (line.empty() || line.front() == '#' || line.front() == '!' || at == std::string_view::npos) continue;
    const std::string_view name = trim(line.substr(0, at));
    if (name.find_first_of(" \t\"'$(){}") != std::string_view::npos) continue;
    put(out, name, line.substr(at + 1));
  }
}

/// `name`/`key` and `value` side by side: Kubernetes env lists, Postman environments.
void from_named(const YamlNode& node, Variables& out) {
  const YamlNode* name = node.find("name") != nullptr ? node.find("name") : node.find("key");
  const YamlNode* value = node.find("value");
  if (name != nullptr && value != nullptr && name->is_scalar() && value->is_scalar()) put(out, name->scalar, value->scalar);
}

void from_tree(const YamlNode& node, const std::string& path, Variables& out) {
  if (node.is_map()) {
    from_named(node, out);
    for (const auto& [key, value] : node.entries) {
      if (value.is_scalar() && !path.empty()) put(out, key, value.scalar);
      from_tree(value, path.empty() ? key : path + "." + key, out);
    }
  } else if (node.is_list()) {
    for (const YamlNode& item : node.items) {
      const std::size_t equals = item.is_scalar() ? item.scalar.find('=') : std::string::npos;
      if (equals != std::string::npos)
        put(out, item.scalar.substr(0, equals), item.scalar.substr(equals + 1));
      else if (!item.is_scalar())
        from_tree(item, path, out);
    }
  } else if (node.is_scalar()) {
    put(out, path, node.scalar);
  }
}

}  // namespace

bool tells_variables(std::string_view path) {
  const std::string name = lower(file_name(path));
  const std::string whole = lower(path);
  const bool yaml = is_yaml(name);
  return name.starts_with(".env") || name.ends_with(".env") || name == "env" || name.ends_with(".properties") ||
         name.ends_with(".tfvars") || name.ends_with("postman_environment.json") || name.ends_with(".env.json") ||
         (yaml && (name.find("compose") != std::string::npos || name.starts_with("values") ||
                   name.starts_with("application") || name.starts_with("bootstrap") || name.find("gitlab-ci") != std::string::npos ||
                   name.find("pipelines") != std::string::npos || whole.find(".github/workflows/") != std::string::npos ||
                   name.starts_with("appsettings") || name == "config.yml" || name == "serverless.yml")) ||
         (name.starts_with("appsettings") && name.ends_with(".json")) ||
         (name.ends_with(".bru") && whole.find("environments/") != std::string::npos);
}

std::vector<std::pair<std::string, std::string>> variables_in(std::string_view path, const std::string& text) {
  Variables out;
  const std::string name = lower(file_name(path));
  if (is_yaml(name) || name.ends_with(".json")) {
    const auto documents = parse_yaml(text, std::string(path));
    if (!documents) return out;
    for (const YamlNode& document : *documents) from_tree(document, "", out);
  } else {
    from_lines(text, out);
  }
  return out;
}

}  // namespace ropc::scanner
