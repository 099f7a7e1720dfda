#include "scanner/text/loose_pairs.h"

#include "common/text.h"
#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

/// The pairs of key grant_type(s) as "value|name|shape", '!' for a comparison, '?' for one left open, '#n' for a hole.
std::string told(std::string_view text) {
  std::string out;
  loose_pairs(text, [](std::string_view key) { const auto f = ropc::folded_name(key); return f == "granttype" || f == "granttypes"; },
              [&](const LoosePair& pair) {
                out += out.empty() ? "" : " ";
                out += pair.value + (pair.name.empty() ? "" : "$" + pair.name) + (pair.compared ? "!" : "") + (pair.open ? "?" : "") +
                       (pair.holes > 0 ? "#" + std::to_string(pair.holes) : "");
              });
  return out;
}

}  // namespace

TEST_CASE("form bodies, query strings and their encodings") {
  CHECK(told("grant_type=password&username=u") == "password");
  CHECK(told("/token?a=b&grant_type=password") == "password");
  CHECK(told("%2Ftoken%3Fgrant_type%3Dpassword%26username%3Du") == "password");
  CHECK(told("a=b&amp;grant_type=password&amp;c=d") == "password");
  CHECK(told("grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fpassword-realm") ==
        "http://auth0.com/oauth/grant-type/password-realm");
  CHECK(told("grant_type=passwordless") == "passwordless");
}

TEST_CASE("JSON, escaped too, dictionaries and headers") {
  CHECK(told(R"({"grant_type": "password"})") == "password");
  CHECK(told(R"("{\"grant_type\":\"password\"}")") == "password");
  CHECK(told("'grant_type' => 'password'") == "password");
  CHECK(told("grant_type: password\n") == "password");
  CHECK(told("\"grant_type\":\n    \"password\"") == "password");
  CHECK(told("&quot;grant_type&quot;:&quot;password&quot;") == "password");
}

TEST_CASE("markup, and name and value side by side") {
  CHECK(told("<grant_type>password</grant_type>") == "password");
  CHECK(told(R"(<input name="grant_type" type="hidden" value="x"/>)").empty());
  CHECK(told(R"(<input name="grant_type" value="password"/>)") == "password");
  CHECK(told("\"key\": \"grant_type\",\n  \"value\": \"password\"") == "password");
}

TEST_CASE("lists give a pair for each item") {
  CHECK(told(R"("grant_types": ["authorization_code", "password"])") == "authorization_code password");
  CHECK(told("grant_types=authorization_code,password\n") == "authorization_code password");
  CHECK(told("grant_types=a,b=c") == "a");
}

TEST_CASE("variables, holes and open ends") {
  CHECK(told("grant_type=${GRANT}&x=y") == "$GRANT");
  CHECK(told("grant_type=$GRANT&x=y") == "$GRANT");
  CHECK(told("u=%s&grant_type=%s&p=%s") == "#2");
  CHECK(told("grant_type={}") == "#1");
  CHECK(told("a=b&grant_type=") == "?");
}

TEST_CASE("comparisons are told apart") {
  CHECK(told("if [ \"$grant_type\" = \"password\" ]") == "password!");
  CHECK(told("grant_type == 'password'") == "password!");
}

TEST_CASE("prose and other keys are no pairs") {
  CHECK(told("the grant_type parameter is password").empty());
  CHECK(told("unsupported_grant_type: password").empty());
  CHECK(told("\"grant_type\", \"password\", \"username\"").empty());
}
