#include "tests/scanner/syntax/seen.h"

#include <utility>

#include "rules/rule_loader.h"
#include "tests/support/catch.h"

using namespace ropc::scanner;
using namespace ropc::scanner::syntax;

namespace ropc::test {
namespace {

const rules::RuleSet& demo() {
  static const rules::RuleSet set = [] {
    const auto rule = rules::load_rule(
        "id: demo\ntitle: A rule\nkind: request\n"
        "match: [{pair: {keys: [grant_type], values: [password]}}, {call: {names: [login]}}]\n"
        "message: m\nexplain: e\nfix: f\nreferences: [https://example.com]\nexamples:\n"
        "  match: [{name: a, language: python, text: x}]\n  no_match: [{name: b, language: python, text: y}]\n",
        "demo.yaml");
    REQUIRE(rule);
    rules::RuleSet out;
    out.rules.push_back(*rule);
    return out;
  }();
  return set;
}

const char* sign_of(Role role) {
  return role == Role::compared ? "?" : role == Role::declared ? "!" : role == Role::defined ? ":" : "";
}

}  // namespace

Seen::Seen(const char* language, std::string source)
    : text(std::move(source)), tree(*parse(*find_language(language), text, {})), definitions(tree),
      values(tree, definitions, nullptr), rules(demo()), sight(look(values, rules)) {}

std::string seen_pairs(const char* language, const std::string& text) {
  const Seen seen(language, text);
  std::string out;
  for (const SeenPair& pair : seen.sight.pairs)
    out += std::string(pair.shape) + sign_of(pair.role) + "=" + pair.value.text + ";";
  return out;
}

}  // namespace ropc::test
