#pragma once

#include <string>

#include "rules/rule_loader.h"
#include "rules/rule_set.h"
#include "tests/support/catch.h"

namespace ropc::test {

/// A rule of the given matchers (YAML in flow style) with everything else that a rule must have.
inline rules::Rule rule_for(const std::string& match, const std::string& more = {}, const std::string& id = "demo") {
  const auto rule = rules::load_rule(
      "id: " + id + "\ntitle: A rule\nkind: request\nmatch: " + match + "\n" + more +
          "message: m\nexplain: e\nfix: f\nreferences: [https://example.com]\nexamples:\n"
          "  match: [{name: a, language: python, text: x}]\n  no_match: [{name: b, language: python, text: y}]\n",
      id + ".yaml");
  if (!rule)
    for (const Error& fault : rule.error()) UNSCOPED_INFO(fault.text());
  REQUIRE(rule);
  return *rule;
}

inline rules::RuleSet rules_for(const std::string& match, const std::string& more = {}) {
  rules::RuleSet set;
  set.rules.push_back(rule_for(match, more));
  return set;
}

/// The rule that most tests need.
inline rules::RuleSet password_grant_rules() { return rules_for("{pair: {keys: [grant_type], values: [password]}}"); }

}  // namespace ropc::test
