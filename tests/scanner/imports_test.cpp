#include "scanner/imports.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

TEST_CASE("plain words count on import lines only") {
  CHECK(text_imports("from keycloak import KeycloakOpenID\n", "keycloak"));
  CHECK_FALSE(text_imports("url = 'http://keycloak/auth'\n", "keycloak"));
  CHECK_FALSE(text_imports("import keycloakish\n", "keycloak"));
  CHECK(text_imports("import (\n\t\"golang/oauth2\"\n)\n", "oauth2"));
}

TEST_CASE("distinctive names count anywhere, by whole leading parts") {
  CHECK(text_imports("Microsoft.Identity.Client.X y;", "Microsoft.Identity.Client"));
  CHECK_FALSE(text_imports("Microsoft.Identity.Clients.X y;", "Microsoft.Identity.Client"));
  CHECK(list_imports({"msal.oauth2cli"}, "msal"));
  CHECK_FALSE(list_imports({"msal4j"}, "msal"));
}
