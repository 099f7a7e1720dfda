#include "idpconfig/keycloak_policies.h"

#include "idpconfig/read.h"
#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;

namespace {

std::string realm(const std::string& version, const std::string& conditions, const std::string& profile = "no-ropc",
                  const std::string& enabled = "true") {
  return R"({"realm": "v", "sslRequired": "none", )" +
         (version.empty() ? "" : "\"keycloakVersion\": \"" + version + "\", ") +
         R"("clients": [{"clientId": "pub", "publicClient": true, "directAccessGrantsEnabled": true},
                        {"clientId": "conf", "publicClient": false, "directAccessGrantsEnabled": true}],
            "clientProfiles": {"profiles": [{"name": "no-ropc", "executors": [{"executor": "reject-ropc-grant"}]},
                                            {"name": "other", "executors": [{"executor": "pkce-enforcer"}]}]},
            "clientPolicies": {"policies": [{"name": "p", "enabled": )" + enabled + R"(, "profiles": [")" + profile +
         R"("], "conditions": [)" + conditions + "]}]}}";
}

const std::string kAny = R"({"condition": "any-client", "configuration": {}})";
const std::string kPublic = R"({"condition": "client-access-type", "configuration": {"type": ["public"]}})";
const std::string kRoles = R"({"condition": "client-roles", "configuration": {"roles": ["x"]}})";

std::string grants(const std::string& text) {
  test::CollectingSink seen;
  CHECK(read_export(text, "r.json", seen) == ReadResult::read);
  return seen.value("pub", IdpFact::Kind::password_grant) + " " + seen.value("conf", IdpFact::Kind::password_grant);
}

}  // namespace

TEST_CASE("a policy for any client refuses the grant on every version") {
  CHECK(grants(realm("21.0.2", kAny)) == "blocked blocked");
  CHECK(grants(realm("26.7.3", kAny)) == "blocked blocked");
  CHECK(grants(realm("", kAny)) == "blocked blocked");
  CHECK(grants(realm("26.0.7", kAny, "oauth-2-1-for-public-client")) == "blocked blocked");
}

TEST_CASE("other conditions had no effect before the fix") {
  for (const char* version : {"21.0.2", "25.0.6", "26.4.12", "26.5.6", "26.6.2"}) {
    CAPTURE(version);
    CHECK(grants(realm(version, kPublic)) == "allowed allowed");
    CHECK(grants(realm(version, kRoles)) == "allowed allowed");
  }
  for (const char* version : {"26.4.13", "26.6.3", "26.7.3", "27.0.0"}) {
    CAPTURE(version);
    CHECK(grants(realm(version, kPublic)) == "blocked allowed");
    CHECK(grants(realm(version, kRoles)) == "unknown unknown");
  }
  CHECK(grants(realm("", kPublic)) == "unknown allowed");
}

TEST_CASE("a policy that has no effect is told") {
  test::CollectingSink seen;
  CHECK(read_export(realm("26.0.7", kPublic), "r.json", seen) == ReadResult::read);
  CHECK(seen.find("pub", IdpFact::Kind::password_grant)->detail.find("CVE-2026-9792") != std::string::npos);
}

TEST_CASE("policies that are off, empty or about something else change nothing") {
  CHECK(grants(realm("26.7.3", kAny, "no-ropc", "false")) == "allowed allowed");
  CHECK(grants(realm("26.7.3", kAny, "other")) == "allowed allowed");
  CHECK(grants(realm("26.7.3", "")) == "allowed allowed");
  CHECK(grants(realm("26.7.3", R"({"condition": "client-type"})")) == "allowed allowed");
}

TEST_CASE("a list of clients takes the realm from the address of a built-in client") {
  test::CollectingSink seen;
  CHECK(read_export(R"([{"clientId": "evil", "publicClient": true, "redirectUris": ["/realms/other/x"]},
                        {"clientId": "account", "publicClient": true, "redirectUris": ["/realms/shop/account/*"]}])",
                    "c.json", seen) == ReadResult::read);
  CHECK(seen.facts.front().client.tenant == "shop");
  REQUIRE(seen.diagnostics.size() == 1);
  CHECK(seen.diagnostics[0].level == Diagnostic::Level::note);
}
