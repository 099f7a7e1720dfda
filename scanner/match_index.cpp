#include "scanner/match_index.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "common/text.h"
#include "scanner/names.h"

namespace ropc::scanner {

Words folded_words(const std::vector<std::string>& words) {
  Words out;
  for (const std::string& word : words) out.insert(folded_name(trim(word)));
  return out;
}

std::vector<std::string> folded_names(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) out.push_back(folded_dotted(name));
  return out;
}

bool any_ends_in(const std::vector<std::string>& endings, std::string_view dotted) {
  return !dotted.empty() && std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return ends_in_parts(dotted, ending);
  });
}

std::string plain_dotted(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool arrow = c == '-' && i + 1 < name.size() && name[i + 1] == '>';
    if (c == ':' || c == '\\' || c == '/' || c == '.' || arrow) {
      if (!out.empty() && out.back() != '.') out += '.';
      i += arrow ? 1 : 0;
    } else {
      out += c;
    }
  }
  return out;
}

bool value_fits(const Value& value, const Words& values, const std::vector<std::string>& names) {
  if (value.known && values.contains(folded_name(trim(value.text)))) return true;
  return !value.name.empty() && any_ends_in(names, folded_dotted(value.name));
}

void put(Context& context, rules::ContextSource::Fact fact, const std::string& value) {
  using Fact = rules::ContextSource::Fact;
  if (value.empty()) return;
  if (fact == Fact::client_id) context.client_id = value;
  if (fact == Fact::tenant) context.tenant = value;
  if (fact == Fact::endpoint) context.endpoint = value;
  if (fact == Fact::idp) context.idp = value;
  if (fact == Fact::scope) context.scopes = {value};
}

Context with_constants(Context context, const rules::Rule& rule) {
  for (const rules::ContextSource& source : rule.context) put(context, source.fact, source.value);
  return context;
}

std::vector<std::uint32_t> distinct(std::vector<std::uint32_t> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

RuleMatcher::Index::Index(const rules::RuleSet& set) : rules(&set) {
  for (std::uint32_t i = 0; i < set.rules.size(); ++i) {
    if (set.rules[i].status == ropc::rules::Rule::Status::retired) continue;
    for (const ropc::rules::Match& match : set.rules[i].any)
      std::visit([&](const auto& one) { add(i, one); }, match);
  }
}

void RuleMatcher::Index::add(std::uint32_t rule, const rules::PairMatch& match) {
  if (match.hard_coded) hard_coded = rule;
  const auto id = static_cast<std::uint32_t>(pairs.size());
  pairs.push_back({rule, &match, folded_words(match.keys), folded_words(match.values), folded_names(match.key_names),
                   folded_names(match.value_names)});
  for (const std::string& key : pairs.back().keys) by_key[key].push_back(id);
  for (const std::string& name : pairs.back().key_names) by_key_name[std::string(last_part(name))].push_back(id);
  values.insert(pairs.back().values.begin(), pairs.back().values.end());
  for (const std::string& name : pairs.back().value_names) value_names.insert(std::string(last_part(name)));
}

void RuleMatcher::Index::add(std::uint32_t rule, const rules::CallMatch& match) {
  const auto id = static_cast<std::uint32_t>(calls.size());
  CompiledCall call{rule, &match, {}, {}, {}};
  for (const std::string& name : match.names) {
    const std::string dotted = plain_dotted(name);
    if (dotted.find('.') == std::string::npos)
      call.plain.insert(dotted);
    else
      call.dotted.push_back(dotted);
    // "kcadm.sh" is a command as a whole, "Strategy.new" a method and its receiver: both ways are looked up.
    for (const std::string& looked_up : {std::string(last_part(dotted)), dotted}) {
      std::vector<std::uint32_t>& list = by_call[looked_up];
      if (list.empty() || list.back() != id) list.push_back(id);
    }
  }
  for (const rules::ArgumentMatch& argument : match.arguments)
    call.arguments.push_back(
        {&argument, folded_name(argument.name), folded_words(argument.values), folded_names(argument.value_names)});
  calls.push_back(std::move(call));
}

void RuleMatcher::Index::add(std::uint32_t rule, const rules::SettingMatch& match) {
  const auto id = static_cast<std::uint32_t>(settings.size());
  CompiledSetting setting{rule, &match, {}, folded_words(match.values)};
  for (const std::string& pattern : match.paths) {
    setting.paths.emplace_back(pattern);
    const std::string last(setting.paths.back().last());
    std::vector<std::uint32_t>& list = last.empty() ? settings_without_name : by_setting[last];
    if (list.empty() || list.back() != id) list.push_back(id);
    if (!last.empty()) continue;
    bool named = false;
    for (const std::string& part : setting.paths.back().parts()) {
      if (part == "*" || part == "**" || part == "[]") continue;
      open_settings.insert(folded_name(part));
      named = true;
    }
    every_setting |= !named;
  }
  settings.push_back(std::move(setting));
}

void RuleMatcher::Index::add(std::uint32_t rule, const rules::TextMatch& match) {
  auto pattern = Regex::compile(match.pattern);
  if (!pattern) return;  // the loader has refused such a rule
  const int at = pattern->group("at").value_or(0);
  texts.push_back({rule, &match, *std::move(pattern), at});
}
}  // namespace ropc::scanner
