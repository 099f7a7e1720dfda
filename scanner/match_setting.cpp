#include "scanner/match.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "common/glob.h"
#include "common/text.h"
#include "scanner/match_index.h"

namespace ropc::scanner {
namespace {

bool list_holds(std::string_view text, const Words& values) {
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" ,;|\n\t\"'[](){}", from), text.size());
    if (end > from && values.contains(folded_name(text.substr(from, end - from)))) return true;
    from = end + 1;
  }
  return false;
}

bool setting_value_fits(const CompiledSetting& setting, const Value& value) {
  if (setting.values.empty()) return true;
  if (!value.known) return false;
  if (setting.values.contains(folded_name(trim(value.text)))) return true;
  return setting.match->contains && list_holds(value.text, setting.values);
}

bool file_fits(const std::vector<std::string>& globs, const Document& document) {
  return globs.empty() || std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
           return glob_matches(glob, document.path) ||
                  (!document.inner_name.empty() &&
                   (glob_matches(glob, document.inner_name) || glob_matches(glob, "x/" + document.inner_name)));
         });
}

bool sibling_fits(const rules::SiblingMatch& wanted, const Surroundings& around) {
  const std::optional<Value> value = around.beside(wanted.path);
  const Words values = folded_words(wanted.values);
  const bool there = value && (values.empty() || (value->known && (values.contains(folded_name(trim(value->text))) ||
                                                                   list_holds(value->text, values))));
  return there != wanted.absent;
}

}  // namespace

void DocumentMatch::setting(const SettingFact& fact, const Surroundings& around) {
  const auto& index = *rules_->index_;
  if (fact.path.empty()) return;
  std::vector<std::string> path = folded_path(fact.path);
  if (path.empty()) return;
  const bool item = path.back() == "[]" && path.size() > 1;
  std::vector<std::uint32_t> candidates = index.settings_without_name;
  if (const auto at = index.by_setting.find(item ? path[path.size() - 2] : path.back()); at != index.by_setting.end())
    candidates.insert(candidates.end(), at->second.begin(), at->second.end());
  for (const std::uint32_t id : distinct(std::move(candidates))) {
    const CompiledSetting& setting = index.settings[id];
    const rules::SettingMatch& match = *setting.match;
    const auto path_fits = [&](const SettingPath& wanted) {
      return wanted.fits(path) || (item && match.contains && wanted.fits(std::span(path).first(path.size() - 1)));
    };
    if (!std::any_of(setting.paths.begin(), setting.paths.end(), path_fits)) continue;
    if (!setting_value_fits(setting, fact.value) || !possible(setting.rule)) continue;
    if (!match.formats.empty() && std::find(match.formats.begin(), match.formats.end(), fact.format) == match.formats.end())
      continue;
    if (!file_fits(match.files, *document_)) continue;
    if (!std::all_of(match.where.begin(), match.where.end(),
                     [&](const rules::SiblingMatch& wanted) { return sibling_fits(wanted, around); }))
      continue;
    const rules::Rule& rule = rules_->rules().rules[setting.rule];
    Context context = with_constants(around.context(), rule);
    for (const rules::ContextSource& source : rule.context)
      if (const auto value = source.name.empty() ? std::nullopt : around.beside(source.name); value && value->known)
        put(context, source.fact, value->text);
    add(setting.rule, fact.where, fact.role, "setting", std::move(context), {&fact.value});
  }
}

}  // namespace ropc::scanner
