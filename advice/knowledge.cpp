#include "advice/knowledge.h"

#include <algorithm>
#include <set>

#include "advice/check_knowledge.h"
#include "advice/load_catalog.h"
#include "advice/load_decision.h"
#include "advice/load_signals.h"
#include "common/text.h"
#include "common/yaml_pack.h"

namespace ropc::advice {
namespace {

/// Puts one file's thing where it belongs; by the folder that it stands in.
void place(YamlReader& in, std::string_view path, const YamlNode& map, Knowledge& out) {
  const auto keep = [](auto& shelf, auto thing) { shelf[thing.id] = std::move(thing); };
  const auto append = [](auto& shelf, auto things) {
    shelf.insert(shelf.end(), std::make_move_iterator(things.begin()), std::make_move_iterator(things.end()));
  };
  if (path.starts_with("flows/")) return keep(out.flows, flow_of(in, map));
  if (path.starts_with("idp/")) return keep(out.idps, idp_of(in, map));
  if (path.starts_with("checklists/")) return keep(out.checklists, checklist_of(in, map));
  if (path.starts_with("cases/")) return out.cases.push_back(case_of(in, map));
  if (path.starts_with("libraries/")) return out.libraries.push_back(library_of(in, map));
  if (path.starts_with("signals/")) return append(out.signals, signals_of(in, map));
  if (path == "inputs.yaml") return append(out.inputs, inputs_of(in, map));
  if (path == "decision.yaml") return append(out.rules, rules_of(in, map));
  if (path == "ranking.yaml") return append(out.ranking, ranking_of(in, map));
  in.fault(1, "no advice is expected at this place");
}

/// The file's name must be the thing's id, so that it is found.
void check_name(YamlReader& in, std::string_view path, const YamlNode& map) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const YamlNode* id = map.find("id");
  if (id != nullptr && std::string(name) != id->scalar + ".yaml") in.fault(id->line, "the id is not the file's name");
}

}  // namespace

const Idp& Knowledge::idp(const std::string& id) const {
  if (const auto found = idps.find(id); found != idps.end()) return found->second;
  for (const auto& [name, idp] : idps)
    if (std::find(idp.aliases.begin(), idp.aliases.end(), id) != idp.aliases.end()) return idp;
  return idps.at("generic");
}

const InputInfo* Knowledge::input(const std::string& id) const {
  const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const InputInfo& i) { return i.id == id; });
  return found == inputs.end() ? nullptr : &*found;
}

Result<Knowledge> load_knowledge() { return load_knowledge(embedded::advice_files()); }

Result<Knowledge> load_knowledge(std::span<const EmbeddedFile> files) {
  Knowledge out;
  for (const EmbeddedFile& file : files) {
    const std::string path = "advice/" + std::string(file.path);
    const auto documents = yaml_of(file, path);
    if (!documents) return fail(documents.error());
    if (documents->size() != 1) return fail(ErrorCode::schema, "a file of advice is one YAML map", path);
    YamlReader in(path);
    place(in, file.path, documents->front(), out);
    check_name(in, file.path, documents->front());
    if (!in.ok()) return fail(in.faults().front());
  }
  if (auto checked = check_knowledge(out); !checked) return fail(checked.error());
  return out;
}

}  // namespace ropc::advice
