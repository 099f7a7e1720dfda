#include "logparsers/http_form.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

TEST_CASE("a form body, percent-encoded") {
  const FormParameters f =
      form_parameters("Grant%5Ftype=password&client_id=a%26b&username=j+doe%40example.com&password=x&scope=&client_id=second");
  CHECK(f.grant_type == "password");
  CHECK(f.client_id == "a&b");
  CHECK(f.username == "j doe@example.com");
  CHECK(f.scope.empty());
  CHECK(f.has_password);
  CHECK_FALSE(form_parameters("grant_type=client_credentials&password=").has_password);
}

TEST_CASE("a multipart body") {
  const FormParameters f = form_parameters(
      "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\npassword\r\n"
      "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nname=\"client_id\"\r\n"
      "--x\nContent-Disposition: form-data; name=\"client_id\"\n\nkiosk\n--x--");
  CHECK(f.grant_type == "password");
  CHECK(f.username == "name=\"client_id\"");
  CHECK(f.client_id == "kiosk");
  CHECK(form_parameters("--x\r\nname=\"grant_type").grant_type.empty());
}

TEST_CASE("a text that mentions a grant type") {
  CHECK(mentions_grant_type("a=b&GRANT_TYPE=password"));
  CHECK(mentions_grant_type("grant%5Ftype=password"));
  CHECK_FALSE(mentions_grant_type("code=1&state=2"));
}

TEST_CASE("the client of Basic authentication") {
  CHECK(basic_user("Basic bGVnYWN5LWNsaTpzM2NyZXQ=") == "legacy-cli");
  CHECK(basic_user("basic  YSUyNmI6eA==") == "a&b");
  CHECK_FALSE(basic_user("Basic OnNlY3JldA=="));
  CHECK_FALSE(basic_user("Bearer bGVnYWN5LWNsaTpzM2NyZXQ="));
  CHECK_FALSE(basic_user("Basic !"));
}

TEST_CASE("path and query of requests and addresses") {
  const RequestTarget line = request_target("POST /o/token/?a=b HTTP/1.1");
  CHECK(line.method == "POST");
  CHECK(line.path == "/o/token/");
  CHECK(line.query == "a=b");
  const RequestTarget url = request_target("https://sso.example.com:8443/oauth/token?x=1?2");
  CHECK(url.path == "/oauth/token");
  CHECK(url.query == "x=1?2");
  CHECK(request_target("https://sso.example.com").path == "/");
  CHECK(request_target("").path.empty());
}

TEST_CASE("token endpoints") {
  CHECK(is_token_path("/realms/acme/protocol/openid-connect/token"));
  CHECK(is_token_path("/o/token/"));
  CHECK(is_token_path("/openam/oauth2/realms/root/access_token"));
  CHECK_FALSE(is_token_path("/oauth2/tokeninfo"));
  CHECK_FALSE(is_token_path(""));
}

TEST_CASE("escapes of logs are taken back") {
  CHECK(without_log_escapes(R"(a\x22b\"c\\d\ne\)") == "a\"b\"c\\d\ne\\");
  CHECK(without_haproxy_escapes("a#22b#0D#0A#x#2") == "a\"b\r\n#x#2");
}
