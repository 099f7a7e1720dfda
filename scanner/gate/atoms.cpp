#include "scanner/gate/atoms.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <variant>

#include "common/regex.h"
#include "common/text.h"

namespace ropc::scanner {
namespace {

using Atoms = std::vector<std::string>;

/// Words that so many files hold that they are no gate; folded.
constexpr std::array<std::string_view, 64> kCommon = {
    "password", "username", "user",     "client",  "clientid", "clients",  "enabled",   "true",    "false",      "type",
    "name",     "value",    "values",   "token",   "login",    "auth",     "flow",      "grant",   "provider",   "providers",
    "resource", "resources", "config",  "oauth2",  "oauth",    "security", "settings",  "users",   "json",       "string",
    "server",   "spring",   "keycloak", "account", "options",  "method",   "authenticate", "authorization", "credentials", "credential",
    "connect",  "request",  "response", "session", "service",  "url",      "email",     "secret",  "scope",      "scopes",
    "realm",    "tenant",   "issuer",   "default", "create",   "build",    "builder",   "signin",  "authentication", "identity",
    "openid",   "oidc",     "accesstoken", "metadata"};

/// How rare files are that hold the word: its length, little for everyday words.
std::size_t rarity(std::string_view word) {
  const std::string folded = folded_name(word);
  const bool common = std::find(kCommon.begin(), kCommon.end(), folded) != kCommon.end();
  return common ? 1 : folded.size();
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
  const std::size_t at = name.find_last_of(".:\\/>#");
  return std::string(at == std::string_view::npos ? name : name.substr(at + 1));
}

Atoms last_parts(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) out.push_back(last_of(name));
  return out;
}

Atoms joined(Atoms a, const Atoms& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// The rarest of some sets each of which would do; empty sets do not.
Atoms rarest(std::vector<Atoms> sets) {
  Atoms best;
  for (Atoms& set : sets)
    if (rarity(set) > rarity(best)) best = std::move(set);
  return best;
}

Atoms atoms_of(const rules::PairMatch& match) {
  Atoms keys = joined(spellings_of_all(match.keys), spellings_of_all(last_parts(match.key_names)));
  // A key that stands everywhere is no gate; then the value must be in the file itself.
  if (rarity(keys) >= 6) return keys;
  return rarest({keys, joined(spellings_of_all(match.values), spellings_of_all(last_parts(match.value_names)))});
}

Atoms atoms_of(const rules::CallMatch& match) {
  Atoms sources = match.imports;
  for (const std::string& type : match.types) sources.push_back(last_of(type));
  std::vector<Atoms> sets = {last_parts(match.names), sources};
  Atoms qualifiers;
  for (const std::string& name : match.names) {
    const std::string last = last_of(name);
    std::string before = name.substr(0, name.size() - last.size());
    while (!before.empty() && std::string_view(".:\\/>-#").find(before.back()) != std::string_view::npos) before.pop_back();
    qualifiers.push_back(last_of(before));
  }
  if (std::none_of(qualifiers.begin(), qualifiers.end(), [](const std::string& q) { return q.empty(); }))
    sets.push_back(qualifiers);
  return rarest(std::move(sets));
}

Atoms atoms_of(const rules::SettingMatch& match) {
  Atoms names;
  for (const std::string& path : match.paths) {
    std::vector<Atoms> parts;
    for (const std::string_view part : split(path, '.'))
      if (part != "*" && part != "**" && part != "[]") parts.push_back(spellings_of(part.starts_with('@') ? part.substr(1) : part));
    const Atoms best = rarest(std::move(parts));
    if (best.empty()) {  // a path of stars alone: only the value can say
      names.clear();
      break;
    }
    names = joined(std::move(names), best);
  }
  std::vector<Atoms> sets = {names};
  if (!match.values.empty() && rarity(names) < 6) sets.push_back(spellings_of_all(match.values));
  for (const rules::SiblingMatch& sibling : match.where)
    if (!sibling.absent && !sibling.values.empty() && rarity(names) < 6) sets.push_back(spellings_of_all(sibling.values));
  return rarest(std::move(sets));
}

Atoms atoms_of(const rules::TextMatch& match) { return Regex::needed_literals(match.pattern); }

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

std::vector<std::string> atoms_of(const rules::Rule& rule) {
  Atoms all = rule.atoms;
  if (all.empty()) {
    for (const rules::Match& match : rule.any) {
      const Atoms one = std::visit([](const auto& m) { return atoms_of(m); }, match);
      if (one.empty()) {
        all.clear();
        break;
      }
      all = joined(std::move(all), one);
    }
    if (rarity(rule.requires_any) > rarity(all)) all = rule.requires_any;
  }
  std::set<std::string> out;
  for (const std::string& atom : all) out.insert(lower(atom));
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
