#include "scanner/context_words.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

Value known(std::string text) {
  Value value;
  value.known = true;
  value.text = std::move(text);
  return value;
}

Context with(std::string_view key, std::string value) {
  Context out;
  put_context(out, key, known(std::move(value)));
  return out;
}

}  // namespace

TEST_CASE("names of a client id, in the spellings of programs and files") {
  for (const char* name : {"client_id", "clientId", "CLIENT-ID", "KEYCLOAK_CLIENT_ID", "spring.security.client-id", "consumerKey"})
    CHECK(context_word(name) == ContextWord::client_id);
  for (const char* name : {"client_secret", "client_id_issued_at", "clientIdentity", ""})
    CHECK(context_word(name) == ContextWord::none);
}

TEST_CASE("a pair in one text is no name") {
  CHECK(context_word("grant_type=password") == ContextWord::none);
  CHECK(context_word("grant_password") == ContextWord::password);
}

TEST_CASE("a password of which a part is not known is not written in the code") {
  Value value;
  value.text = "\x1a";
  value.source = CredentialSource::literal;
  Context out;
  put_context(out, "password", value);
  CHECK(out.password_from == CredentialSource::unknown);
}

TEST_CASE("a client id is one word") {
  CHECK(with("client_id", " shop-cli ").client_id == "shop-cli");
  CHECK(with("client_id", "the id of your client").client_id.empty());
  CHECK(with("client_id", "{{client_id}}").client_id == "{{client_id}}");  // the scan resolves it or lets it go
  Context out = with("client_id", "first");
  put_context(out, "clientId", known("second"));
  CHECK(out.client_id == "first");
}

TEST_CASE("a token endpoint tells provider and tenant") {
  const Context keycloak = with("token_url", "https://sso.example.com/realms/shop/protocol/openid-connect/token");
  CHECK(keycloak.idp == "keycloak");
  CHECK(keycloak.tenant == "shop");
  CHECK(keycloak.endpoint == "https://sso.example.com/realms/shop/protocol/openid-connect/token");

  const Context entra = with("authority", "https://login.microsoftonline.com/contoso.example/v2.0");
  CHECK(entra.idp == "entra");
  CHECK(entra.tenant == "contoso.example");

  const Context b2c = with("url", "https://shop.b2clogin.com/shop.onmicrosoft.com/B2C_1_ROPC/oauth2/v2.0/token");
  CHECK(b2c.idp == "aad_b2c");
  CHECK(b2c.tenant == "shop.onmicrosoft.com");

  const Context auth0 = with("AUTH0_DOMAIN", "shop.eu.auth0.com");
  CHECK(auth0.idp == "auth0");
  CHECK(auth0.tenant == "shop.eu.auth0.com");
  CHECK(auth0.endpoint.empty());
}

TEST_CASE("a URL of anything else is no endpoint") {
  CHECK(with("url", "https://example.com/orders").endpoint.empty());
  CHECK(with("url", "https://example.com/oauth/token").endpoint == "https://example.com/oauth/token");
  CHECK(with("issuer", "https://example.com").endpoint == "https://example.com");
  CHECK(with("database_host", "db.example.com").endpoint.empty());
}

TEST_CASE("of user names and passwords only the source stays") {
  CHECK(with("username", "u").user_from == CredentialSource::literal);
  Value unknown;
  unknown.source = CredentialSource::environment;
  Context out;
  put_context(out, "DB_PASSWORD", unknown);
  CHECK(out.password_from == CredentialSource::environment);
}

TEST_CASE("scopes are words") {
  CHECK(with("scope", "openid profile").scopes == std::vector<std::string>{"openid", "profile"});
}

TEST_CASE("merging keeps what is known") {
  Context out = with("client_id", "a");
  Context other = with("client_id", "b");
  other.tenant = "t";
  merge_context(out, other);
  CHECK(out.client_id == "a");
  CHECK(out.tenant == "t");
}
