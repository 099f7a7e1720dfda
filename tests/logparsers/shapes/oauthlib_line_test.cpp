#include "logparsers/shapes/oauthlib_line.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

using Lines = ropc::test::Shaped<OauthlibLine>;
const std::string kToken = "2026-03-02 09:14:07,522 DEBUG oauthlib.oauth2.rfc6749.endpoints.token ";
const std::string kGrant = "2026-03-02 09:14:07,616 DEBUG oauthlib.oauth2.rfc6749.grant_types.resource_owner_password_credentials ";
const std::string kDispatch = kToken + "Dispatching grant_type password request to <object>.";
const std::string kIssued = kGrant + "Issuing token {'a': 'b'} to client id 'cli' (<Application: CLI>) and username ";

}  // namespace

TEST_CASE("a token names client and user") {
  Lines l;
  REQUIRE(l.read(kDispatch) == Fit::fields);
  CHECK(l.get("@oauthlib.event") == "dispatch");
  REQUIRE(l.read(kIssued + "x to client id 'portal' (<Application: P>) and username y.") == Fit::fields);
  CHECK(l.get("@oauthlib.event") == "issued");
  CHECK(l.get("@oauthlib.time") == "2026-03-02 09:14:07,616");
  CHECK(l.get("@oauthlib.client") == "cli");
  CHECK(l.get("@oauthlib.user") == "x to client id 'portal' (<Application: P>) and username y");
}

TEST_CASE("a token without a request by the grant is another grant's") {
  Lines l;
  CHECK(l.read(kIssued + "u.") == Fit::other);
  l.read(kToken + "Dispatching grant_type refresh_token request to <object>.");
  CHECK(l.read(kIssued + "u.") == Fit::other);
  l.read(kDispatch);
  CHECK(l.read(kIssued + "u.") == Fit::fields);
  CHECK(l.read(kIssued + "u.") == Fit::other);
}

TEST_CASE("an error takes the client that its request named") {
  Lines l;
  const std::string error = kGrant + "Client error in token request, (invalid_client)  <oauthlib.Request SANITIZED>.";
  l.read(kDispatch);
  l.read("2026-03-02 09:14:07,600 DEBUG oauth2_provider Failed basic auth: Application x\" 200 12 does not exist");
  l.read("2026-03-02 09:14:07,600 DEBUG oauth2_provider Failed body auth: Application None does not exists");
  REQUIRE(l.read(error) == Fit::fields);
  CHECK(l.get("@oauthlib.client") == "x\" 200 12");
  CHECK(l.get("@oauthlib.error") == "invalid_client");
  CHECK(l.read(error) == Fit::other);
  l.read(kDispatch);
  l.read(error);
  CHECK(l.get("@oauthlib.client").empty());
}

TEST_CASE("any log format of the program, no other logger") {
  Lines l;
  CHECK(l.read("[2026-03-02 09:14:07,522] [DEBUG] [oauthlib.oauth2.rfc6749.endpoints.token] Dispatching grant_type password request to <o>.") ==
        Fit::fields);
  CHECK(l.read("DEBUG:oauthlib.oauth2.rfc6749.endpoints.token:Dispatching grant_type code request to <o>.") == Fit::fields);
  CHECK(l.read("2026-03-02 09:14:07,522 INFO django.request oauthlib is fine") == Fit::no);
  CHECK(l.read("") == Fit::no);
}
