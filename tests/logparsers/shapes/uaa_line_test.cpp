#include "logparsers/shapes/uaa_line.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

using Lines = ropc::test::Shaped<UaaLine>;

std::string line(const std::string& message, const std::string& thread = "t-1", const std::string& process = "uaa - 4242") {
  return "[2026-03-02 09:14:07.055] " + process + " [" + thread + "] ....  INFO --- " + message;
}

}  // namespace

TEST_CASE("a token for a password names client and user") {
  Lines l;
  REQUIRE(l.read(line("Audit: TokenIssuedEvent ('[\"openid\"]'): principal=p, origin=[client=cli, user=a, client=x], identityZoneId=[z]")) ==
          Fit::fields);
  CHECK(l.get("@uaa.event") == "TokenIssuedEvent");
  CHECK(l.get("@uaa.origin") == "client");
  CHECK(l.get("@uaa.client") == "cli");
  CHECK(l.get("@uaa.user") == "a, client=x");
  CHECK(l.get("@uaa.zone") == "z");
}

TEST_CASE("a name in a failure does not become an event") {
  Lines l;
  REQUIRE(l.read(line("Audit: PrincipalAuthenticationFailure ('null'): principal='): principal=x, origin=[client=portal, user=amara], "
                      "identityZoneId=[uaa], origin=[192.0.2.66], identityZoneId=[uaa]")) == Fit::fields);
  CHECK(l.get("@uaa.event") == "PrincipalAuthenticationFailure");
  CHECK(l.get("@uaa.origin").empty());
  CHECK(l.get("@uaa.client").empty());
}

TEST_CASE("a refusal takes the client of its thread, once") {
  Lines l;
  const std::string refusal = "UaaTokenEndpoint: Handling error: InvalidClientException, Unauthorized grant type: password";
  l.read(line("Audit: UserAuthenticationSuccess ('a'): principal=p1, origin=[remoteAddress=192.0.2.1, clientId=one], identityZoneId=[z]", "t-1"));
  l.read(line("Audit: UserAuthenticationSuccess ('b'): principal=p2, origin=[remoteAddress=192.0.2.1, clientId=two], identityZoneId=[z]", "t-2"));
  REQUIRE(l.read(line(refusal, "t-1")) == Fit::fields);
  CHECK(l.get("@uaa.event") == "UnauthorizedGrant");
  CHECK(l.get("@uaa.client") == "one");
  CHECK(l.get("@uaa.user") == "p1");
  l.read(line(refusal, "t-1"));
  CHECK(l.get("@uaa.client").empty());
}

TEST_CASE("a line of a process that has not written before is not believed") {
  Lines l;
  const std::string token = "Audit: TokenIssuedEvent ('[]'): principal=p, origin=[client=portal, user=root], identityZoneId=[uaa]";
  CHECK(l.read(line("Started: it", "main")) == Fit::other);
  CHECK(l.read(line(token, "t", "uaa - 1")) == Fit::neighbour);
  CHECK(l.read(line(token)) == Fit::fields);
  // A restart has a new process id, and much to say before its first sign-in.
  CHECK(l.read(line("Started: it", "main", "uaa - 4343")) == Fit::neighbour);
  l.read(line("Started: it", "main", "uaa - 4343"));
  CHECK(l.read(line(token, "t-1", "uaa - 4343")) == Fit::fields);
}

TEST_CASE("other lines are not of this log") {
  Lines l;
  for (const char* text : {"", "[", "[2026-03-02 09:14:07.055] hello", "[x] uaa - 1 [t] ....  INFO --- Audit: E ('')",
                           "2026-03-02 09:14:07.055 uaa - 1 [t] ....  INFO --- x: y"})
    CHECK(l.read(text) == Fit::no);
  CHECK(l.read(line("Audit: cut")) == Fit::broken);
}
