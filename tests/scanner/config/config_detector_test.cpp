#include "scanner/config/config_detector.h"

#include "model/names.h"
#include "tests/scanner/config/support.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::config;

namespace {

rules::RuleSet demo_rules() {
  rules::RuleSet set;
  set.rules.push_back(rule_of("flag", "enable", "{setting: {paths: ['**.directAccessGrantsEnabled'], values: ['true']}}"));
  set.rules.push_back(rule_of("grant", "request", "{pair: {keys: [grant_type], values: [password]}}"));
  set.rules.push_back(rule_of("list", "enable", "{setting: {paths: ['**.authorized-grant-types'], values: [password], contains: true}}"));
  set.rules.push_back(rule_of("openapi", "enable",
                              "{setting: {paths: ['**.flow'], values: [password], where: [{path: type, values: [oauth2]}]}}"));
  set.rules.push_back(rule_of("anywhere", "enable", "{setting: {paths: ['**.everything.**'], values: [password]}}"));
  set.rules.push_back(rule_of("named", "request", "{setting: {paths: ['**.password.username'], where: [{path: password}]}}"));
  set.rules.push_back(rule_of("comment", "mention", "{text: {in: comments, pattern: 'ROPC'}}"));
  return set;
}

/// Lines "line rule kind client" of a document's findings.
std::string found(const std::string& language, const std::string& text) {
  const rules::RuleSet set = demo_rules();
  const RuleMatcher matcher(set);
  const ConfigDetector detector(matcher);
  const Document document = config::document_of("dir/file", language, text);
  REQUIRE(detector.wants(document));
  const Inspection seen = detector.inspect(document, FakeRepository());
  if (!seen.inspected) return "not read";
  std::string out;
  for (const Finding& f : seen.findings)
    out += std::to_string(f.where.line) + " " + f.rule_id + " " + std::string(name_of(f.kind)) +
           (f.client_id ? " " + *f.client_id : "") + "\n";
  return out;
}

}  // namespace

TEST_CASE("settings of the formats") {
  CHECK(found("json", "{\"clientId\": \"a\",\n\"directAccessGrantsEnabled\": true}") == "2 flag enable a\n");
  CHECK(found("yaml", "clients:\n  - clientId: a\n    directAccessGrantsEnabled: true\n") == "3 flag enable a\n");
  CHECK(found("properties", "kc.client-id=a\nkc.direct-access-grants-enabled=true\n") == "2 flag enable a\n");
  CHECK(found("hcl", "resource \"x\" \"y\" {\n  client_id = \"a\"\n  direct_access_grants_enabled = true\n}\n") == "3 flag enable a\n");
  CHECK(found("xml", "<c>\n<clientId>a</clientId>\n<directAccessGrantsEnabled>true</directAccessGrantsEnabled></c>") == "3 flag enable a\n");
  CHECK(found("toml", "[c]\nclient_id = \"a\"\ndirect_access_grants_enabled = true\n") == "3 flag enable a\n");
  CHECK(found("ini", "[c]\nclient_id = a\ndirect_access_grants_enabled = true\n") == "3 flag enable a\n");
  CHECK(found("dotenv", "CLIENT_ID=a\nDIRECT_ACCESS_GRANTS_ENABLED=true\n") == "2 flag enable a\n");
  CHECK(found("dockerfile", "FROM x\nENV DIRECT_ACCESS_GRANTS_ENABLED=true\n") == "2 flag enable\n");
}

TEST_CASE("variables are known by the last words of their names") {
  CHECK(found("dotenv", "KEYCLOAK_GRANT_TYPE=password\nKEYCLOAK_CLIENT_ID=desk\n") == "1 grant request desk\n");
  CHECK(found("dotenv", "KEYCLOAK_GRANTTYPE=password\n") == "1 grant request\n");
  CHECK(found("yaml", "env:\n  - name: SSO_GRANT_TYPE\n    value: password\n") == "2 grant request\n");
  CHECK(found("properties", "shop.login.grant-type=password\n") == "1 grant request\n");
  CHECK(found("dotenv", "UNSUPPORTED_GRANT_TYPE=password\n").empty());
  CHECK(found("dotenv", "GRANT_TYPE_HINT=password\n").empty());
  CHECK(found("dotenv", "TYPE=password\nMY_TYPE=password\n").empty());
}

TEST_CASE("outputs, labels and claims describe") {
  CHECK(found("hcl", "output \"x\" {\n  value = {\n    grant_type = \"password\"\n  }\n}\n") == "3 grant mention\n");
  CHECK(found("hcl", "locals {\n  x = {\n    grant_type = \"password\"\n  }\n}\n") == "3 grant request\n");
  CHECK(found("yaml", "labels:\n  grant_type: password\n") == "2 grant mention\n");
  CHECK(found("json", R"({"jti": "1", "exp": 2, "grant_type": "password"})") == "1 grant mention\n");
  CHECK(found("json", R"({"token_type": "Bearer", "grant_type": "password"})") == "1 grant request\n");
}

TEST_CASE("an empty text sets nothing") {
  CHECK(found("json", R"({"password": {"username": "a", "password": "b"}})") == "1 named request\n");
  CHECK(found("json", R"({"password": {"username": "", "password": "b"}})").empty());
  CHECK(found("json", R"({"password": {"username": "a", "password": " "}})").empty());
  CHECK(found("yaml", "password:\n  username: ''\n  password: b\n").empty());
  CHECK(found("hcl", "password {\n  username = \"a\"\n  password = \"\"\n}\n").empty());
  CHECK(found("xml", "<password><username>a</username><password/></password>") == "1 named request\n");
}

TEST_CASE("settings that are off, declared or elsewhere") {
  CHECK(found("json", R"({"directAccessGrantsEnabled": false})").empty());
  CHECK(found("yaml", "directAccessGrantsEnabled:\n  type: boolean\n").empty());
  CHECK(found("yaml", "x: directAccessGrantsEnabled\n").empty());
  CHECK(found("yaml", "flow: password\n").empty());
  CHECK(found("yaml", "type: basic\nflow: password\n").empty());
}

TEST_CASE("conditions beside a setting") {
  CHECK(found("yaml", "s:\n  type: oauth2\n  flow: password\n") == "3 openapi enable\n");
}

TEST_CASE("lists, in the document and as text") {
  CHECK(found("yaml", "a:\n  authorized-grant-types:\n    - refresh_token\n    - password\n") == "4 list enable\n");
  CHECK(found("yaml", "authorized-grant-types: password,refresh_token\n") == "1 list enable\n");
  CHECK(found("yaml", "authorized-grant-types: passwordless\n").empty());
}

TEST_CASE("rules that ask for everything below a key") {
  CHECK(found("yaml", "everything:\n  a:\n    - b: password\nother:\n  b: password\n") == "3 anywhere enable\n");
}

TEST_CASE("pairs of maps and of named values") {
  CHECK(found("json", "{\"grant_type\": \"password\",\n\"client_id\": \"a\"}") == "1 grant request a\n");
  CHECK(found("json", "[{\"key\": \"client_id\", \"value\": \"a\"},\n{\"key\": \"grant_type\",\n\"value\": \"password\"}]") ==
        "2 grant request a\n");
  CHECK(found("xml", "<p>\n<FormParam name=\"grant_type\">password</FormParam></p>") == "2 grant request\n");
  CHECK(found("yaml", "env:\n  - name: GRANT_TYPE\n    value: password\n") == "2 grant request\n");
}

TEST_CASE("pairs that are switched off, or one of several") {
  CHECK(found("json", R"([{"key": "grant_type", "value": "password", "disabled": true}])") == "1 grant mention\n");
  CHECK(found("yaml", "grant_type: [client_credentials, password]\n") == "1 grant mention\n");
  CHECK(found("yaml", "grant_type: [password]\n") == "1 grant request\n");
}

TEST_CASE("pairs in strings") {
  CHECK(found("yaml", "client_id: outer\nbody: client_id=a&grant_type=password\n") == "2 grant request a\n");
  CHECK(found("yaml", "body: >-\n  client_id=a&\n  grant_type=password\n") == "3 grant request a\n");
  CHECK(found("json", "{\"url\":\n\"https://example.com/token?grant_type=password\"}") == "2 grant request\n");
  CHECK(found("yaml", "environment:\n  - GRANT_TYPE=password\n") == "2 grant request\n");
  CHECK(found("yaml", "flags:\n  - --grant-type\n  - password\n") == "2 grant request\n");
  CHECK(found("yaml", "if: grant_type == 'password'\n") == "1 grant mention\n");
  CHECK(found("yaml", "description: send grant_type=password to it\n") == "1 grant mention\n");
  CHECK(found("http", "POST https://example.com/token\n\nclient_id=a\n&grant_type=password\n") == "4 grant request a\n");
}

TEST_CASE("comments") {
  CHECK(found("yaml", "a: 1\n# grant_type: password\n") == "2 grant mention\n");
  CHECK(found("yaml", "a: 1 # no ROPC here\nb: ROPC\n") == "1 comment mention\n");
}

TEST_CASE("repeated YAML values are seen through their alias") {
  CHECK(found("yaml", "x: &a {b: password}\neverything: *a\n") == "1 anywhere enable\n");
}

TEST_CASE("what cannot be read is left to the next eye") {
  CHECK(found("json", R"({"grant_type": "password", )") == "not read");
  CHECK(found("xml", "<a><grant_type>password</a>") == "not read");
}

TEST_CASE("a document of very many keys is walked once, and of its findings a bounded number is kept") {
  std::string text = "{";
  for (int i = 0; i < 20'000; ++i) text += "\"grant_type\": \"password\",\n";
  const std::string lines = found("json", text + "\"z\": 1}");
  CHECK(std::count(lines.begin(), lines.end(), '\n') == DocumentMatch::kMaxFindings);
}
