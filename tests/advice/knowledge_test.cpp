#include "advice/knowledge.h"

#include <set>

#include "advice/decide.h"
#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;

TEST_CASE("all advice files load") {
  const auto loaded = load_knowledge();
  INFO((loaded ? std::string() : loaded.error().text()));
  REQUIRE(loaded);
  CHECK(loaded->flows.size() >= 12);
  CHECK(loaded->idps.size() >= 24);
}

TEST_CASE("the reference's identity providers and flows are there") {
  for (const char* id : {"keycloak", "entra", "aad_b2c", "entra_external", "adfs", "auth0", "okta", "cognito", "curity",
                         "pingam", "pingfederate", "pingone", "salesforce", "gitlab", "wso2", "duende", "ory", "zitadel",
                         "authentik", "google", "onelogin", "ibm_verify", "uaa", "generic"}) {
    CAPTURE(id);
    REQUIRE(knowledge().idps.contains(id));
    for (const char* flow : {"authcode_pkce", "device", "client_credentials", "workload_federation", "token_exchange",
                             "jwt_bearer", "pat", "ciba", "embedded_native"})
      CHECK(knowledge().idps.at(id).supports.contains(flow));
  }
  for (const char* flow : {"authcode_pkce", "device", "client_credentials", "workload_federation", "token_exchange",
                           "jwt_bearer", "pat", "ciba", "embedded_native", "gateway_facade", "remove", "decide"})
    CHECK(knowledge().flows.contains(flow));
}

TEST_CASE("every rule of the reference is there, and the last one fits always") {
  std::set<std::string> ids;
  for (const Rule& rule : knowledge().rules) CHECK(ids.insert(rule.id).second);
  for (const char* id : {"R-00", "R-01", "R-02", "R-03", "R-04", "R-05", "R-06", "R-07", "R-08", "R-09", "R-10", "R-11",
                         "R-12", "R-13", "R-14"})
    CHECK(ids.contains(id));
  CHECK(knowledge().rules.back().id == "R-14");
}

TEST_CASE("an identity provider is found by its other names; others are generic") {
  CHECK(knowledge().idp("openam").id == "pingam");
  CHECK(knowledge().idp("keycloak").id == "keycloak");
  CHECK(knowledge().idp("acme").id == "generic");
  CHECK(knowledge().idp("").id == "generic");
}

TEST_CASE("faults are told with file and line") {
  const auto fault = [](std::string_view path, std::string_view text) {
    const EmbeddedFile file{path, text};
    const auto loaded = load_knowledge({&file, 1});
    return loaded ? std::string() : loaded.error().text();
  };
  CHECK(fault("flows/a.yaml", "id: a\ntitel: b\n").find("advice/flows/a.yaml:2") == 0);
  CHECK(fault("flows/a.yaml", "id: b\ntitle: b\nplain: c\neffort: small\nsteps: []\n").find("file's name") != std::string::npos);
  CHECK(fault("other/a.yaml", "id: a\n").find("expected at this place") != std::string::npos);
  CHECK(fault("flows/a.yaml", "a: [\n").find("advice/flows/a.yaml") == 0);
  CHECK(fault("flows/a.yaml", "id: a\ntitle: b\nplain: c\neffort: small\nsteps: []\n").find("generic.yaml is missing") != std::string::npos);
}
