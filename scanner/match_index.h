#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/regex.h"
#include "rules/rule.h"
#include "rules/rule_set.h"
#include "scanner/facts.h"
#include "scanner/match.h"
#include "scanner/setting_path.h"

// Inside of scanner/match: the rules' matchers, folded and indexed. Included by match*.cpp only.

namespace ropc::scanner {

using Lookup = std::unordered_map<std::string, std::vector<std::uint32_t>>;
using Words = std::unordered_set<std::string>;  ///< folded

struct CompiledPair {
  std::uint32_t rule;
  const rules::PairMatch* match;
  Words keys, values;
  std::vector<std::string> key_names, value_names;
};

struct CompiledArgument {
  const rules::ArgumentMatch* match;
  std::string name;
  Words values;
  std::vector<std::string> value_names;
};

struct CompiledCall {
  std::uint32_t rule;
  const rules::CallMatch* match;
  std::vector<std::string> dotted;  ///< names that ask for a qualifier, with '.' and letter case kept
  Words plain;                      ///< names that do not; not folded
  std::vector<CompiledArgument> arguments;
};

struct CompiledSetting {
  std::uint32_t rule;
  const rules::SettingMatch* match;
  std::vector<SettingPath> paths;
  Words values;
};

struct CompiledText {
  std::uint32_t rule;
  const rules::TextMatch* match;
  Regex pattern;
  int at = 0;  ///< group to report
};

/// Folds a rule's words and names.
Words folded_words(const std::vector<std::string>& words);
std::vector<std::string> folded_names(const std::vector<std::string>& names);

/// Whether `dotted` (folded_dotted()) ends in one of `endings`.
bool any_ends_in(const std::vector<std::string>& endings, std::string_view dotted);

/// "A::b" and "A->b" → "A.b"; letter case kept.
std::string plain_dotted(std::string_view name);

/// Whether a value's text is one of `values`, or its name ends in one of `names`.
bool value_fits(const Value& value, const Words& values, const std::vector<std::string>& names);

/// Puts a non-empty value into the slot that a rule's `context` names.
void put(Context& context, rules::ContextSource::Fact fact, const std::string& value);

/// `context` with what the rule says is always so.
Context with_constants(Context context, const rules::Rule& rule);

struct RuleMatcher::Index {
  explicit Index(const rules::RuleSet& set);

  const rules::RuleSet* rules;
  std::vector<CompiledPair> pairs;
  std::vector<CompiledCall> calls;
  std::vector<CompiledSetting> settings;
  std::vector<CompiledText> texts;
  Lookup by_key, by_key_name, by_call, by_setting;  ///< → index in the vector of that kind
  Words values, value_names;
  std::vector<std::uint32_t> settings_without_name;
  Words open_settings;         ///< named parts of the paths of those
  std::optional<std::uint32_t> hard_coded;  ///< the rule that stands beside requests with a password in the code
  bool every_setting = false;  ///< one of those has no named part

 private:
  void add(std::uint32_t rule, const rules::PairMatch& match);
  void add(std::uint32_t rule, const rules::CallMatch& match);
  void add(std::uint32_t rule, const rules::SettingMatch& match);
  void add(std::uint32_t rule, const rules::TextMatch& match);
};

/// The entries of `ids` that are there once, sorted.
std::vector<std::uint32_t> distinct(std::vector<std::uint32_t> ids);

}  // namespace ropc::scanner
