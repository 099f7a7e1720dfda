#include "scanner/gate/atoms.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>
#include <variant>

#include "common/regex.h"
#include "common/text.h"

namespace ropc::scanner {
namespace {

using Atoms = AtomSet;

/// Words that so many files hold that they are no gate; folded.
constexpr std::array<std::string_view, 64> kCommon = {
    "password", "username", "user",     "client",  "clientid", "clients",  "enabled",   "true",    "false",      "type",
    "name",     "value",    "values",   "token",   "login",    "auth",     "flow",      "grant",   "provider",   "providers",
    "resource", "resources", "config",  "oauth2",  "oauth",    "security", "settings",  "users",   "json",       "string",
    "server",   "spring",   "keycloak", "account", "options",  "method",   "authenticate", "authorization", "credentials", "credential",
    "connect",  "request",  "response", "session", "service",  "url",      "email",     "secret",  "scope",      "scopes",
    "realm",    "tenant",   "issuer",   "default", "create",   "build",    "builder",   "signin",  "authentication", "identity",
    "openid",   "oidc",     "accesstoken", "metadata"};

/// Those of them that stand in files about signing in and little else; folded.
constexpr std::array<std::string_view, 10> kTopical = {"oauth2", "oauth",  "oidc",   "openid",      "keycloak",
                                                       "realm",  "tenant", "issuer", "accesstoken", "flow"};

bool any_of(std::span<const std::string_view> words, std::string_view folded) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

/// How rare files are that hold the word: its length, little for everyday words.
std::size_t rarity(std::string_view word) {
  const std::string folded = folded_name(word);
  if (any_of(kTopical, folded)) return 2;
  return any_of(kCommon, folded) ? 1 : folded.size();
}

/// Of a set the commonest word decides.
std::size_t rarity(const Atoms& set) {
  std::size_t out = set.empty() ? 0 : 1000;
  for (const std::string& word : set) out = std::min(out, rarity(word));
  return out;
}

std::vector<std::string> words_in(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool separator = c == '_' || c == '-' || c == '.' || c == ' ';
    const bool hump = i > 0 && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if ((separator || hump) && !words.back().empty()) words.emplace_back();
    if (!separator) words.back() += lower(c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

Atoms spellings_of_all(const std::vector<std::string>& names) {
  Atoms out;
  for (const std::string& name : names)
    for (std::string& spelling : spellings_of(name)) out.push_back(std::move(spelling));
  return out;
}

std::string last_of(std::string_view name) {
  while (name.ends_with(':')) name.remove_suffix(1);  // an Objective-C selector
  const std::size_t at = name.find_last_of(".:\\/>#");
  return std::string(at == std::string_view::npos ? name : name.substr(at + 1));
}

Atoms last_parts(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    const std::string last = last_of(name);
    // "kcadm.sh": what comes last is no name of its own.
    const bool file = name.size() > last.size() && last.size() <= 3 && name[name.size() - last.size() - 1] == '.';
    out.push_back(file ? name : last);
  }
  return out;
}

Atoms joined(Atoms a, const Atoms& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// Rarest set first; sets that are empty or twice there go.
Condition ordered(Condition sets) {
  std::erase_if(sets, [](const Atoms& set) { return set.empty(); });
  std::stable_sort(sets.begin(), sets.end(), [](const Atoms& a, const Atoms& b) { return rarity(a) > rarity(b); });
  Condition out;
  for (Atoms& set : sets)
    if (std::find(out.begin(), out.end(), set) == out.end()) out.push_back(std::move(set));
  return out;
}

constexpr std::size_t kRare = 6;

/// Of each name the last part or the one before it, whichever is rarer.
Atoms rarer_parts(const std::vector<std::string>& names) {
  Atoms out = last_parts(names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string before = names[i].substr(0, names[i].size() - std::min(names[i].size(), last_of(names[i]).size()));
    while (!before.empty() && std::string_view(".:\\/>-#").find(before.back()) != std::string_view::npos) before.pop_back();
    if (std::string qualifier = last_of(before); rarity(qualifier) > rarity(out[i])) out[i] = std::move(qualifier);
  }
  return out;
}

Condition condition_of(const rules::PairMatch& match) {
  Condition sets = {joined(spellings_of_all(match.keys), spellings_of_all(last_parts(match.key_names)))};
  // Where the key stands everywhere, the value must be in the file itself.
  if (rarity(sets.front()) < kRare)
    sets.push_back(joined(spellings_of_all(match.values), spellings_of_all(rarer_parts(match.value_names))));
  return ordered(std::move(sets));
}

Condition condition_of(const rules::CallMatch& match) {
  Atoms sources = match.imports;
  for (const std::string& type : match.types) sources.push_back(last_of(type));
  Condition sets = {last_parts(match.names), sources, rarer_parts(match.names)};
  for (const rules::ArgumentMatch& argument : match.arguments)
    if (!argument.absent && argument.values.empty()) sets.push_back(rarer_parts(argument.value_names));
  return ordered(std::move(sets));
}

Condition condition_of(const rules::SettingMatch& match) {
  Atoms rare;
  Atoms last;
  for (const std::string& path : match.paths) {
    Condition parts;
    for (const std::string_view part : split(path, '.'))
      if (part != "*" && part != "**" && part != "[]") parts.push_back(spellings_of(part.starts_with('@') ? part.substr(1) : part));
    if (parts.empty()) {  // a path of stars alone: only the value can say
      rare.clear();
      last.clear();
      break;
    }
    last = joined(std::move(last), parts.back());
    rare = joined(std::move(rare), ordered(std::move(parts)).front());
  }
  Condition sets = {rare, last};
  if (rarity(rare) < kRare) {
    sets.push_back(spellings_of_all(match.values));
    for (const rules::SiblingMatch& sibling : match.where) {
      if (sibling.absent) continue;
      sets.push_back(spellings_of_all(sibling.values));
      const std::string key = last_of(sibling.path);
      if (key.find_first_of("[]*@") == std::string::npos) sets.push_back(spellings_of(key));
    }
  }
  return ordered(std::move(sets));
}

Condition condition_of(const rules::TextMatch& match) { return ordered(Regex::needed_literals(match.pattern)); }

std::vector<std::string> sorted_lower(const Atoms& atoms) {
  std::set<std::string> out;
  for (const std::string& atom : atoms) out.insert(lower(atom));
  return {out.begin(), out.end()};
}

}  // namespace

std::vector<std::string> spellings_of(std::string_view name) {
  const std::vector<std::string> words = words_in(name);
  std::set<std::string> out;
  for (const std::string_view joint : {"", "_", "-", ".", " "}) {
    std::string spelling;
    for (const std::string& word : words) spelling += (spelling.empty() ? "" : std::string(joint)) + word;
    if (!spelling.empty()) out.insert(spelling);
  }
  return {out.begin(), out.end()};
}

std::vector<Condition> conditions_of(const rules::Rule& rule) {
  std::vector<Condition> out;
  for (const rules::Match& match : rule.any) {
    Condition sets = std::visit([](const auto& m) { return condition_of(m); }, match);
    if (!rule.requires_any.empty()) sets.push_back(rule.requires_any);
    sets = ordered(std::move(sets));
    // What the author says comes first, whatever its length.
    if (!rule.atoms.empty()) sets.insert(sets.begin(), rule.atoms);
    for (Atoms& set : sets) set = sorted_lower(set);
    out.push_back(std::move(sets));
  }
  return out;
}

std::vector<std::string> atoms_of(const rules::Rule& rule) {
  std::set<std::string> out;
  for (const Condition& condition : conditions_of(rule))
    if (!condition.empty()) out.insert(condition.front().begin(), condition.front().end());
  return {out.begin(), out.end()};
}

std::vector<std::string> atoms_of(const rules::RuleSet& rules) {
  std::set<std::string> out;
  for (const rules::Rule& rule : rules.rules)
    if (rule.status != rules::Rule::Status::retired)
      for (std::string& atom : atoms_of(rule)) out.insert(std::move(atom));
  return {out.begin(), out.end()};
}

}  // namespace ropc::scanner
