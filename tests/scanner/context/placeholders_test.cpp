#include "scanner/context/placeholders.h"

#include "tests/scanner/finding_for.h"
#include "tests/scanner/memory_repository.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

const test::MemoryRepository kTree({}, {{"ID", "desk"}, {"LOOP", "${LOOP}"}, {"HOST", "sso.example.com"}, {"Values.kc.id", "till"}});

std::optional<std::string> told(const std::string& text) { return resolved(text, kTree, "a.py"); }

}  // namespace

TEST_CASE("placeholders of all dresses") {
  for (const char* text : {"${ID}", "$ID", "{{ID}}", "{{ ID }}", "%ID%", "#{ID}", "$(ID)", "${env.ID}", "${{ vars.ID }}"}) {
    INFO(text);
    CHECK(told(text) == "desk");
  }
  CHECK(told("{{ .Values.kc.id }}") == "till");
  CHECK(told("${NONE:fallback}") == "fallback");
  CHECK(told("${NONE:-fallback}") == "fallback");
  CHECK(told("app-${ID}-x") == "app-desk-x");
  CHECK(told("plain") == "plain");
  CHECK(told("100%") == "100%");
}

TEST_CASE("what stays unknown is nothing, loops end") {
  CHECK(told("${NONE}") == std::nullopt);
  CHECK(told("x-$NONE") == std::nullopt);
  CHECK(told("${LOOP}").value_or("") != "desk");
}

TEST_CASE("a finding's context is resolved, the rest is read off the endpoint") {
  Finding finding = test::finding_at("demo", 1);
  finding.client_id = "${ID}";
  finding.tenant = "${NONE}";
  finding.endpoint = "https://${HOST}/realms/shop/protocol/openid-connect/token";
  resolve_context(finding, kTree);
  CHECK(finding.client_id == "desk");
  CHECK(finding.endpoint == "https://sso.example.com/realms/shop/protocol/openid-connect/token");
  CHECK(finding.idp == "keycloak");
  CHECK(finding.tenant == "shop");
  finding.idp.reset();
  finding.endpoint = "${NONE}/realms/shop/protocol/openid-connect/token";
  resolve_context(finding, kTree);
  CHECK(finding.endpoint == std::nullopt);
  CHECK(finding.idp == "keycloak");
}
