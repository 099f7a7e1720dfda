#include "scanner/gate/atoms.h"

#include "tests/scanner/rules_for.h"
#include "tests/support/catch.h"

using namespace ropc::scanner;
using ropc::test::rule_for;

TEST_CASE("spellings of a name") {
  CHECK(spellings_of("grantType") ==
        std::vector<std::string>{"grant type", "grant-type", "grant.type", "grant_type", "granttype"});
  CHECK(spellings_of("password") == std::vector<std::string>{"password"});
  CHECK(spellings_of("").empty());
}

TEST_CASE("a pair asks for its key: values travel") {
  const auto conditions = conditions_of(rule_for("{pair: {keys: [grant_type], values: [password]}}"));
  REQUIRE(conditions.size() == 1);
  REQUIRE(conditions[0].size() == 1);
  CHECK(conditions[0][0] == spellings_of("grant_type"));
}

TEST_CASE("a pair with an everyday key asks for the value as well, the rarer first") {
  const auto conditions = conditions_of(rule_for("{pair: {keys: [type], values: [password_credentials]}}"));
  REQUIRE(conditions[0].size() == 2);
  CHECK(conditions[0][0] == spellings_of("password_credentials"));
  CHECK(conditions[0][1] == std::vector<std::string>{"type"});
}

TEST_CASE("a call asks for its name and for what makes it the library's") {
  const auto conditions = conditions_of(rule_for("{call: {names: [token], imports: [keycloak.openid], types: [KeycloakOpenID]}}"));
  REQUIRE(conditions[0].size() == 2);
  CHECK(conditions[0][0] == std::vector<std::string>{"keycloak.openid", "keycloakopenid"});
  CHECK(conditions[0][1] == std::vector<std::string>{"token"});
}

TEST_CASE("a text asks for the literals that it cannot match without") {
  const auto conditions = conditions_of(rule_for(R"({text: {pattern: '(?i)auth0\.com(/oauth/ro)\b'}})"));
  REQUIRE(conditions[0].size() == 1);
  CHECK(conditions[0][0] == std::vector<std::string>{"auth0.com/oauth/ro"});
  CHECK(conditions_of(rule_for("{text: {pattern: '[a-z]+[0-9]'}}"))[0].empty());
}

TEST_CASE("the author's atoms come first, requires_any counts as well") {
  const auto conditions = conditions_of(
      rule_for("{call: {names: [az]}}", "atoms: [AZ login]\nrequires_any: [azure-something]\n"));
  CHECK(conditions[0] == Condition{{"az login"}, {"azure-something"}, {"az"}});
}

TEST_CASE("atoms of a rule set are those of the first sets, sorted") {
  ropc::rules::RuleSet set;
  set.rules = {rule_for("{call: {names: [zzLogin]}}", "", "z"), rule_for("{call: {names: [aaLogin]}}", "", "a")};
  CHECK(atoms_of(set) == std::vector<std::string>{"aalogin", "zzlogin"});
}

TEST_CASE("no rule that ships opens the gate to every file") {
  const auto rules = ropc::rules::load_rules({});
  REQUIRE(rules);
  for (const ropc::rules::Rule& rule : rules->rules) {
    INFO(rule.info.id);
    if (rule.status == ropc::rules::Rule::Status::retired) continue;
    for (const Condition& condition : conditions_of(rule)) {
      REQUIRE_FALSE(condition.empty());
      for (const std::string& atom : condition.front()) CHECK(atom.size() >= 4);
    }
  }
}

TEST_CASE("a qualifier that is rarer than the name stands for it, a sibling's key counts") {
  CHECK(conditions_of(rule_for("{call: {names: [OwnerFlow.start]}}"))[0].front() == std::vector<std::string>{"ownerflow"});
  const auto setting = conditions_of(rule_for("{setting: {paths: ['**.flow'], values: [password], where: [{path: tokenUrl}]}}"));
  CHECK(setting[0].front() == spellings_of("tokenUrl"));
}
