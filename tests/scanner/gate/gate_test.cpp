#include "scanner/gate/gate.h"

#include "tests/scanner/rules_for.h"
#include "tests/support/catch.h"

using namespace ropc;
using scanner::Gate;

namespace {

std::vector<bool> possible(const rules::RuleSet& set, std::string_view text) {
  const auto gate = Gate::compile(set);
  REQUIRE(gate);
  Gate::Scratch scratch(*gate);
  return gate->passes(text, scratch) ? gate->possible(scratch) : std::vector<bool>{};
}

}  // namespace

TEST_CASE("a file passes with the rules that are possible in it") {
  rules::RuleSet set;
  set.rules = {test::rule_for("{pair: {keys: [grant_type], values: [password]}}", "", "a"),
               test::rule_for("{call: {names: [token], imports: [keycloak.openid]}}", "", "b")};
  CHECK(possible(set, "nothing of that").empty());
  CHECK(possible(set, "Grant-Type: x") == std::vector<bool>{true, false});
  CHECK(possible(set, "from keycloak.openid import y").empty());
  CHECK(possible(set, "from keycloak.openid import y; y.token(a)") == std::vector<bool>{false, true});
}

TEST_CASE("a rule without atoms lets every file pass, a retired one none") {
  rules::RuleSet set;
  set.rules = {test::rule_for("{text: {pattern: '[a-z]+[0-9]'}}")};
  CHECK(possible(set, "anything") == std::vector<bool>{true});
  set.rules[0].status = rules::Rule::Status::retired;
  CHECK(possible(set, "anything").empty());
}

TEST_CASE("in plain code neither settings nor rules of other languages are possible") {
  rules::RuleSet set;
  set.rules = {test::rule_for("{setting: {paths: ['**.grant_type'], values: [password]}}", "", "a"),
               test::rule_for("{pair: {keys: [grant_type], values: [password]}}", "languages: [php]\n", "b")};
  const auto gate = Gate::compile(set);
  REQUIRE(gate);
  Gate::Scratch scratch(*gate);
  const auto left = [&](std::string_view language) {
    REQUIRE(gate->passes("grant_type password", scratch));
    return gate->fits(language, scratch) ? gate->possible(scratch) : std::vector<bool>{};
  };
  CHECK(left("php") == std::vector<bool>{false, true});
  CHECK(left("python").empty());
  CHECK(left("yaml") == std::vector<bool>{true, true});  // a pipeline may run PHP
  CHECK(left("") == std::vector<bool>{true, true});
}

TEST_CASE("one scratch serves one text after the other") {
  const auto set = test::password_grant_rules();
  const auto gate = Gate::compile(set);
  REQUIRE(gate);
  Gate::Scratch scratch(*gate);
  CHECK(gate->passes("grant_type", scratch));
  CHECK_FALSE(gate->passes("nothing", scratch));
  CHECK(gate->passes("granttype", scratch));
}
