#include "rules/rule_loader.h"

#include <string>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::rules;

namespace {

std::string rule_with(const std::string& match, const std::string& more = {}) {
  return "id: demo\ntitle: A rule\nkind: request\nmatch:\n" + match + more +
         "message: m\nexplain: e\nfix: f\nreferences: [https://example.com]\nexamples:\n"
         "  match: [{name: a, language: python, text: x}]\n"
         "  no_match: [{name: b, language: python, text: y}]\n";
}

std::string faults_of(const std::string& yaml, const std::string& path = "rules/code/demo.yaml") {
  const auto rule = load_rule(yaml, path);
  if (rule) return {};
  std::string out;
  for (const Error& fault : rule.error()) out += fault.text() + "\n";
  return out;
}

}  // namespace

TEST_CASE("a rule with each matcher is read") {
  const std::string yaml = rule_with(
      "  - pair: {keys: grant_type, values: [password], compared: true}\n"
      "  - call:\n      names: [login]\n      imports: [keycloak]\n      types: KeycloakOpenID\n      min_arguments: 2\n"
      "      arguments: [{position: 0, values: [a]}, {name: sp, absent: true}]\n"
      "  - setting: {formats: [json], paths: ['**.enabled'], values: ['true'], where: [{path: protocol, values: [x]}]}\n"
      "  - text: {in: strings, pattern: 'oauth/ro'}\n",
      "context: {client_id: [{position: 2}, {name: clientId}]}\n");
  const auto rule = load_rule(yaml, "rules/code/demo.yaml");
  INFO(faults_of(yaml));
  REQUIRE(rule);
  REQUIRE(rule->any.size() == 4);
  CHECK(std::get<PairMatch>(rule->any[0]).compared);
  const auto& call = std::get<CallMatch>(rule->any[1]);
  CHECK(call.min_arguments == 2);
  CHECK_FALSE(call.max_arguments);
  REQUIRE(call.arguments.size() == 2);
  CHECK(call.arguments[1].absent);
  CHECK(std::get<SettingMatch>(rule->any[2]).where[0].path == "protocol");
  CHECK(std::get<TextMatch>(rule->any[3]).in == TextMatch::In::strings);
  CHECK(rule->info.level == Level::error);
  CHECK(rule->info.confidence == Confidence::firm);
  REQUIRE(rule->context.size() == 2);
  CHECK(rule->context[1].name == "clientId");
}

TEST_CASE("every fault is told with its line and the nearest key") {
  const std::string faults = faults_of(rule_with("  pair: {keis: [grant_type], values: [password]}\n", "confidance: firm\n"));
  CHECK(faults.find("rules/code/demo.yaml:5: \"keis\" is no known key of a pair, did you mean \"keys\"?") !=
        std::string::npos);
  CHECK(faults.find("rules/code/demo.yaml:6: \"confidance\" is no known key of a rule, did you mean \"confidence\"?") !=
        std::string::npos);
  CHECK(faults.find("the pair needs \"keys\" or \"key_names\"") != std::string::npos);
}

TEST_CASE("faults of meaning are found") {
  CHECK(faults_of(rule_with("  text: {pattern: '('}\n")).find("the pattern is wrong") != std::string::npos);
  CHECK(faults_of(rule_with("  text: {pattern: 'a*'}\n")).find("matches the empty text") != std::string::npos);
  CHECK(faults_of(rule_with("  {text: {pattern: a}, call: {names: b}}\n")).find("exactly one of") != std::string::npos);
  CHECK(faults_of(rule_with("  text: {pattern: a}\n", "languages: [phyton]\n")).find("did you mean \"python\"") !=
        std::string::npos);
  CHECK(faults_of(rule_with("  text: {pattern: a}\n"), "rules/code/other.yaml").find("must be called \"demo.yaml\"") !=
        std::string::npos);
  CHECK(faults_of("id: demo\n").find("the rule has no \"match\"") != std::string::npos);
  CHECK(faults_of("[1, 2]").find("must be a map") != std::string::npos);
  CHECK(faults_of("a: [").find("the YAML is wrong") != std::string::npos);
  CHECK(faults_of("").find("exactly one YAML document") != std::string::npos);
}
