#include "scanner/match.h"

#include "rules/rule_loader.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

rules::RuleSet rules_of(const std::string& match, const std::string& more = {}) {
  const auto rule = rules::load_rule(
      "id: demo\ntitle: A rule\nkind: request\nmatch: " + match + "\n" + more +
          "message: m\nexplain: e\nfix: f\nreferences: [https://example.com]\nexamples:\n"
          "  match: [{name: a, language: python, text: x}]\n  no_match: [{name: b, language: python, text: y}]\n",
      "demo.yaml");
  if (!rule)
    for (const Error& fault : rule.error()) UNSCOPED_INFO(fault.text());
  REQUIRE(rule);
  rules::RuleSet set;
  set.rules.push_back(*rule);
  return set;
}

Document document_with(const std::string& text, const std::string& language = "python") {
  return Document{.path = "a/b.py", .text = text, .language = language, .lines = LineIndex(text)};
}

Value text_value(std::string text) { return Value{.known = true, .text = std::move(text), .name = {}, .path = {}}; }
Value named(std::string name) { return Value{.known = false, .text = {}, .name = std::move(name), .path = {}}; }

/// Siblings and context from two short tables.
struct Around : Surroundings {
  std::vector<std::pair<std::string, std::string>> siblings{};
  Context facts{};
  [[nodiscard]] std::optional<Value> beside(std::string_view path) const override {
    for (const auto& [name, value] : siblings)
      if (name == path) return text_value(value);
    return std::nullopt;
  }
  [[nodiscard]] Context context() const override { return facts; }
};

std::vector<Finding> found_pair(const rules::RuleSet& set, const PairFact& fact, const Document& document) {
  const RuleMatcher matcher(set);
  DocumentMatch match(matcher, document, "text");
  match.pair(fact, Around{});
  return match.take();
}

}  // namespace

TEST_CASE("pairs are compared folded, and by names") {
  const auto set = rules_of("{pair: {keys: [grant_type], key_names: [Params.GRANT_TYPE], values: [password], value_names: [GrantType.PASSWORD]}}");
  const Document document = document_with("line one\nx = {'grantType': 'Password'}\n");
  const auto pair = [](Value key, Value value, Role role = Role::live) {
    return PairFact{std::move(key), std::move(value), {14, 40}, "dictionary", role};
  };
  const auto found = found_pair(set, pair(text_value("grantType"), text_value(" Password ")), document);
  REQUIRE(found.size() == 1);
  CHECK(found[0].where.line == 2);
  CHECK(found[0].construct == "dictionary");
  CHECK(found[0].level == Level::error);
  CHECK(found_pair(set, pair(text_value("grant_type"), text_value("passwordless")), document).empty());
  CHECK(found_pair(set, pair(named("org::Params::GRANT_TYPE"), named("my.GrantType.Password")), document).size() == 1);
  CHECK(found_pair(set, pair(named("OtherParams.GRANT_TYPE"), named("GrantType.PASSWORD")), document).empty());
  const auto compared = found_pair(set, pair(text_value("grant_type"), text_value("password"), Role::compared), document);
  REQUIRE(compared.size() == 1);
  CHECK(compared[0].kind == Kind::mention);
  CHECK(compared[0].level == Level::note);
}

TEST_CASE("a rule for comparisons wants nothing else") {
  const auto set = rules_of("{pair: {keys: [grant_type], values: [password], compared: true}}");
  const Document document = document_with("if grant_type == 'password'");
  const PairFact fact{text_value("grant_type"), text_value("password"), {3, 27}, "comparison", Role::compared};
  const auto found = found_pair(set, fact, document);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Kind::request);
  PairFact live = fact;
  live.role = Role::live;
  CHECK(found_pair(set, live, document).empty());
}

TEST_CASE("test code is quieter and languages limit") {
  const auto set = rules_of("{pair: {keys: [grant_type], values: [password]}}", "languages: [python]\n");
  const PairFact fact{text_value("grant_type"), text_value("password"), {0, 3}, "dictionary", Role::live};
  Document document = document_with("abc");
  document.test_code = true;
  const auto found = found_pair(set, fact, document);
  REQUIRE(found.size() == 1);
  CHECK(found[0].level == Level::warning);
  CHECK(found[0].test_code);
  CHECK(found_pair(set, fact, document_with("abc", "ruby")).empty());
}

TEST_CASE("calls ask for the import or the type, and for arguments") {
  const auto set = rules_of(
      "{call: {names: [token], imports: [keycloak], types: [KeycloakOpenID], min_arguments: 2, "
      "arguments: [{name: grant_type, values: [code], absent: true}]}}",
      "context: {client_id: {position: 0}}\n");
  const RuleMatcher matcher(set);
  const auto found = [&](const std::string& text, CallFact call) {
    const Document document = document_with(text);
    DocumentMatch match(matcher, document, "text");
    match.call(call, Around{});
    return match.take();
  };
  CallFact call;
  call.name = "token";
  call.where = {0, 1};
  call.arguments = {{"", text_value("u"), {}}, {"", text_value("p"), {}}};
  CHECK(found("from keycloak import X\nk.token(u, p)", call).size() == 1);
  CHECK(found("from keycloak import X\nk.token(u, p)", call)[0].client_id == "u");
  CHECK(found("url = 'the keycloak server'\nk.token(u, p)", call).empty());
  CHECK(found("k.token(u, p)  # KeycloakOpenID", call).size() == 1);
  CallFact typed = call;
  typed.type = "other.Client";
  CHECK(found("from keycloak import X", typed).empty());
  CallFact short_call = call;
  short_call.arguments.pop_back();
  CHECK(found("from keycloak import X", short_call).empty());
  CallFact other_grant = call;
  other_grant.arguments.push_back({"grantType", text_value("code"), {}});
  CHECK(found("from keycloak import X", other_grant).empty());
}

TEST_CASE("settings by path, format, siblings and list") {
  const auto set = rules_of(
      "[{setting: {formats: [json], paths: ['clients.[].directAccessGrantsEnabled'], values: ['true'], "
      "where: [{path: protocol, values: [openid-connect]}]}}, "
      "{setting: {paths: ['**.authorized-grant-types'], values: [password], contains: true}}]",
      "context: {client_id: {name: clientId}}\n");
  const RuleMatcher matcher(set);
  const Document document = document_with("{}", "json");
  const auto found = [&](std::vector<std::string> path, const std::string& value, const Around& around,
                         std::string_view format = "json") {
    DocumentMatch match(matcher, document, "config");
    match.setting({std::move(path), text_value(value), {0, 1}, format, Role::live}, around);
    return match.take();
  };
  Around oidc;
  oidc.siblings = {{"protocol", "openid-connect"}, {"clientId", "shop"}};
  const auto hit = found({"clients", "[]", "directAccessGrantsEnabled"}, "true", oidc);
  REQUIRE(hit.size() == 1);
  CHECK(hit[0].client_id == "shop");
  CHECK(found({"clients", "[]", "directAccessGrantsEnabled"}, "true", oidc, "yaml").empty());
  CHECK(found({"clients", "[]", "directAccessGrantsEnabled"}, "false", oidc).empty());
  CHECK(found({"clients", "[]", "directAccessGrantsEnabled"}, "true", Around{}).empty());
  CHECK(found({"security.oauth2", "authorizedGrantTypes"}, "refresh_token,password", Around{}).size() == 1);
  CHECK(found({"security", "authorized_grant_types", "[]"}, "password", Around{}).size() == 1);
  CHECK(found({"security", "authorized_grant_types"}, "passwordless", Around{}).empty());
}

TEST_CASE("text rules know strings from comments, and report the group") {
  const auto set = rules_of("{text: {pattern: 'host(?P<at>/oauth/ro)\\b'}}");
  const RuleMatcher matcher(set);
  const Document document = document_with("# host/oauth/ro\nu = 'host/oauth/ro'\n");
  DocumentMatch match(matcher, document, "text");
  match.texts([](std::size_t at) { return at < 16 ? TextFact::In::comment : TextFact::In::string; },
              [](Region) { return Context{}; });
  const auto found = match.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == Kind::mention);
  CHECK(found[1].kind == Kind::request);
  CHECK(found[1].where.line == 2);
  CHECK(found[1].where.column == 10);
}
