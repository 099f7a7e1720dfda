#include "idpconfig/read.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;
using Fact = IdpFact::Kind;

namespace {

const std::string kRealm = R"({
  "id": "r-1",
  "realm": "shop",
  "sslRequired": "external",
  "keycloakVersion": "26.7.3",
  "users": [{"username": "amara", "credentials": [{"secretData": "HASH-OF-AMARA"}]}],
  "clients": [
    {
      "clientId": "legacy-cli",
      "name": "Legacy CLI",
      "description": "call Bodil, password: hunter2-is-here",
      "secret": "S3CRET-OF-CLIENT",
      "enabled": true,
      "publicClient": true,
      "directAccessGrantsEnabled": true,
      "serviceAccountsEnabled": false,
      "redirectUris": ["http://127.0.0.1/cb", "https://shop.example.com/*"],
      "attributes": {"oauth2.device.authorization.grant.enabled": "true", "pkce.code.challenge.method": "S256"}
    },
    {"clientId": "saml-sp", "protocol": "saml", "publicClient": true, "directAccessGrantsEnabled": true},
    {"clientId": "api", "bearerOnly": true, "publicClient": false, "directAccessGrantsEnabled": true},
    {"clientId": "off", "enabled": false, "publicClient": false, "directAccessGrantsEnabled": true},
    {"clientId": "admin-cli", "publicClient": true, "directAccessGrantsEnabled": true}
  ]
})";

test::CollectingSink read(const std::string& text, ReadResult expected = ReadResult::read) {
  test::CollectingSink seen;
  CHECK(read_export(text, "in.json", seen) == expected);
  return seen;
}

std::string everything(const test::CollectingSink& seen) {
  std::string out;
  for (const IdpFact& f : seen.facts) out += f.client.client_id + f.value + f.detail;
  for (const Diagnostic& d : seen.diagnostics) out += d.message;
  return out;
}

}  // namespace

TEST_CASE("a realm export gives the settings of its clients") {
  const auto seen = read(kRealm);
  REQUIRE(seen.tenants.size() == 1);
  CHECK(seen.tenants[0] == TenantName{"keycloak", "r-1", "shop"});
  CHECK(seen.facts.front().client.tenant == "shop");
  CHECK(seen.value("legacy-cli", Fact::password_grant) == "allowed");
  CHECK(seen.value("legacy-cli", Fact::client_type) == "public");
  CHECK(seen.value("legacy-cli", Fact::display_name) == "Legacy CLI");
  CHECK(seen.value("legacy-cli", Fact::device_flow) == "true");
  CHECK(seen.value("legacy-cli", Fact::pkce) == "S256");
  CHECK(seen.value("legacy-cli", Fact::service_account) == "false");
  CHECK(seen.value("legacy-cli", Fact::standard_flow) == "true");
  CHECK(seen.value("legacy-cli", Fact::token_exchange) == "false");
  CHECK(seen.value("legacy-cli", Fact::built_in) == "-");
  CHECK(seen.value("admin-cli", Fact::built_in) == "true");
  CHECK(std::count_if(seen.facts.begin(), seen.facts.end(), [](const IdpFact& f) { return f.kind == Fact::redirect_uri; }) == 2);
}

TEST_CASE("a client that cannot use the grant says why") {
  const auto seen = read(kRealm);
  CHECK(seen.value("saml-sp", Fact::password_grant) == "unknown");
  CHECK(seen.value("api", Fact::password_grant) == "blocked");
  CHECK(seen.find("api", Fact::password_grant)->detail.find("bearer-only") != std::string::npos);
  CHECK(seen.find("off", Fact::password_grant)->detail == "the client is disabled");
  CHECK(seen.value("off", Fact::enabled) == "false");
}

TEST_CASE("facts stand at the lines that they were read from") {
  const auto seen = read(kRealm);
  CHECK(seen.find("legacy-cli", Fact::password_grant)->where == Location{"in.json", 15, 0, 0, 0});
  CHECK(seen.find("legacy-cli", Fact::display_name)->where.line == 10);
  CHECK(seen.find("api", Fact::password_grant)->where.line == 21);
}

TEST_CASE("no secret, hash or user leaves an export") {
  const std::string text = everything(read(kRealm));
  for (const char* secret : {"S3CRET-OF-CLIENT", "HASH-OF-AMARA", "amara", "hunter2"}) {
    CAPTURE(secret);
    CHECK(text.find(secret) == std::string::npos);
  }
}

TEST_CASE("a stream gives the same facts as a text") {
  test::CollectingSink seen;
  std::istringstream in(kRealm);
  CHECK(read_large_export(in, "in.json", seen) == ReadResult::read);
  CHECK(seen.facts == read(kRealm).facts);
  CHECK(seen.tenants.size() == 1);
}

TEST_CASE("a file is read whatever its size") {
  const auto folder = std::filesystem::temp_directory_path() / "ropc-idpconfig-read-test";
  std::filesystem::create_directories(folder);
  const std::string small = (folder / "small.json").string();
  const std::string large = (folder / "large.json").string();
  std::ofstream(small, std::ios::binary) << kRealm;
  std::ofstream(large, std::ios::binary) << "[" << std::string(9U << 20U, ' ') << kRealm << "]";
  for (const std::string& path : {small, large}) {
    test::CollectingSink seen;
    CHECK(read_export_file(path, "in.json", seen) == ReadResult::read);
    CHECK(seen.facts.size() == read(kRealm).facts.size());
  }
  test::CollectingSink seen;
  CHECK(read_export_file((folder / "missing.json").string(), "in.json", seen) == ReadResult::failed);
  REQUIRE(seen.diagnostics.size() == 1);
  CHECK(seen.diagnostics[0].level == Diagnostic::Level::incomplete);
  std::filesystem::remove_all(folder);
}

TEST_CASE("several realms in one file stay apart") {
  const auto seen = read(R"([{"realm": "a", "id": "1", "accessTokenLifespan": 1, "clients": [
      {"clientId": "x", "publicClient": true, "directAccessGrantsEnabled": true}]},
    {"realm": "b", "id": "2", "accessTokenLifespan": 1, "enabled": false, "clients": [
      {"clientId": "x", "publicClient": true, "directAccessGrantsEnabled": true}]}])");
  CHECK(seen.main_facts() == std::vector<std::string>{"a x client-type public", "a x password-grant allowed",
                                                      "b x client-type public", "b x password-grant blocked"});
  CHECK(seen.tenants.size() == 2);
}

TEST_CASE("a cut export keeps what it had and says what is missing") {
  const auto seen = read(kRealm.substr(0, kRealm.find("\"saml-sp\"")), ReadResult::failed);
  CHECK(seen.value("legacy-cli", Fact::password_grant) == "allowed");
  REQUIRE(seen.diagnostics.size() == 1);
  CHECK(seen.diagnostics[0].level == Diagnostic::Level::incomplete);
  CHECK(seen.diagnostics[0].where.line == 20);
}

TEST_CASE("other files are left alone") {
  for (const char* text :
       {"", "   \n", "{}", "[]", "[1]", "{\"a\": 1}\n{\"a\": 2}\n", "hello world\n", "a,b,c\n1,2,3\n", "{\"clients\": 7}",
        R"([{"id": "1", "time": 1, "type": "LOGIN", "realmId": "r", "clientId": "x", "details": {}}])",
        R"({"value": [{"id": "1", "appId": "2", "authenticationProtocol": "ropc"}]})", "[[[[[[", "{\"realm\": \"x\"}",
        "2026-03-02 09:14:07,311 DEBUG [org.keycloak.events] (x) type=\"LOGIN\", clientId=\"admin-cli\"\n"}) {
    CAPTURE(text);
    CHECK(read(text, ReadResult::not_mine).facts.empty());
  }
}

TEST_CASE("users files of an export folder are known and empty") {
  const auto seen = read(R"({"realm": "shop", "users": [{"username": "amara"}]})");
  CHECK(seen.facts.empty());
  CHECK(seen.diagnostics.empty());
}

TEST_CASE("a byte order mark does not hide an export") {
  CHECK(read("\xEF\xBB\xBF" + kRealm).facts.size() > 5);
}
