#include "logparsers/query/catalog.h"

#include <algorithm>
#include <array>

#include "common/embedded.h"
#include "common/yaml.h"
#include "common/yaml_reader.h"

namespace ropc::logparsers {
namespace {

constexpr std::array<YamlKey, 4> kDialectKeys = {{{"id", true}, {"title", true}, {"extends"}, {"texts", true}}};
constexpr std::array<YamlKey, 11> kTableKeys = {{{"id", true}, {"source", true}, {"title", true}, {"format", true},
                                                 {"engines", true}, {"table", true}, {"time"}, {"every"}, {"columns"}, {"json"}, {"members"}}};
constexpr std::array<std::string_view, 2> kTimes = {"text", "millis"};

Dialect dialect_of(const YamlNode& node, YamlReader& reader) {
  Dialect out;
  if (!reader.check_map(node, "dialect", kDialectKeys)) return out;
  out.id = reader.text(node, "id");
  out.title = reader.text(node, "title");
  out.base = reader.text(node, "extends");
  for (const auto& [name, value] : node.find("texts")->entries) out.texts.emplace(name, value.scalar);
  return out;
}

/// A list of paths that are columns of the same name, or a map.
std::map<std::string, std::string> places(const YamlNode& node, std::string_view key) {
  std::map<std::string, std::string> out;
  const YamlNode* value = node.find(key);
  if (value == nullptr) return out;
  for (const YamlNode& item : value->items) out.emplace(item.scalar, item.scalar);
  for (const auto& [path, column] : value->entries) out.emplace(path, column.scalar);
  return out;
}

LogTable table_of(const YamlNode& node, YamlReader& reader) {
  LogTable out;
  if (!reader.check_map(node, "table", kTableKeys)) return out;
  out.id = reader.text(node, "id");
  out.source = reader.text(node, "source");
  out.title = reader.text(node, "title");
  out.format = reader.text(node, "format");
  out.engines = reader.texts(node, "engines");
  out.name = reader.text(node, "table");
  out.millis = reader.choice(node, "time", kTimes).value_or(0) == 1;
  out.every = reader.flag(node, "every");
  out.columns = places(node, "columns");
  out.json = places(node, "json");
  out.members = reader.texts(node, "members");
  return out;
}

/// Gives each dialect the texts of its base that it does not say otherwise; what others extend is no engine itself.
void extend(std::vector<Dialect>& dialects) {
  std::vector<std::string> bases;
  for (Dialect& dialect : dialects)
    for (const Dialect& base : dialects)
      if (dialect.base == base.id) {
        dialect.texts.insert(base.texts.begin(), base.texts.end());
        bases.push_back(base.id);
      }
  std::erase_if(dialects, [&](const Dialect& d) { return std::find(bases.begin(), bases.end(), d.id) != bases.end(); });
}

template <class Item, class Make>
Result<void> load(std::span<const EmbeddedFile> files, std::vector<Item>& out, Make make) {
  for (const EmbeddedFile& file : files) {
    const auto documents = parse_yaml(file.text, std::string(file.path));
    if (!documents) return tl::unexpected(documents.error());
    YamlReader reader{std::string(file.path)};
    out.push_back(make(documents->front(), reader));
    if (!reader.ok()) return tl::unexpected(reader.faults().front());
  }
  std::sort(out.begin(), out.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
  return {};
}

}  // namespace

std::string Dialect::fill(std::string_view name, const std::vector<std::pair<std::string_view, std::string>>& values) const {
  const auto found = texts.find(name);
  if (found == texts.end()) return {};
  const std::string& text = found->second;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto hole = std::find_if(values.begin(), values.end(), [&](const auto& value) {
      return text[at] == '{' && text.compare(at + 1, value.first.size(), value.first) == 0 &&
             text.compare(at + 1 + value.first.size(), 1, "}") == 0;
    });
    if (hole == values.end()) {
      out += text[at++];
      continue;
    }
    out += hole->second;
    at += hole->first.size() + 2;
  }
  return out;
}

Result<QueryCatalog> load_query_catalog() {
  QueryCatalog out;
  if (auto ok = load(embedded::dialect_files(), out.dialects, dialect_of); !ok) return tl::unexpected(ok.error());
  extend(out.dialects);
  if (auto ok = load(embedded::table_files(), out.tables, table_of); !ok) return tl::unexpected(ok.error());
  return out;
}

}  // namespace ropc::logparsers
