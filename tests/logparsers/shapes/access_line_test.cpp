#include "logparsers/shapes/access_line.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
using Lines = ropc::test::Shaped<AccessLine>;
constexpr const char* kTime = "[02/Mar/2026:09:14:07 +0000]";
}  // namespace

TEST_CASE("the combined format") {
  Lines l;
  REQUIRE(l.read(std::string("192.0.2.4 - till ") + kTime + R"( "POST /o/token/ HTTP/1.1" 200 17 "-" "a \"b\" c")") == Fit::fields);
  CHECK(l.get("@line.address") == "192.0.2.4");
  CHECK(l.get("@line.user") == "till");
  CHECK(l.get("@line.time") == "02/Mar/2026:09:14:07 +0000");
  CHECK(l.get("@line.request") == "POST /o/token/ HTTP/1.1");
  CHECK(l.get("@line.status") == "200");
  CHECK(l.get("@line.agent") == "a \"b\" c");
  CHECK(l.get("@line.body").empty());
}

TEST_CASE("the common format, and a virtual host before it") {
  Lines l;
  REQUIRE(l.read(std::string("sso.example.com:443 2001:db8::1 - - ") + kTime + R"( "GET / HTTP/2.0" 304 -)") == Fit::fields);
  CHECK(l.get("@line.address") == "2001:db8::1");
  CHECK(l.get("@line.user").empty());
  CHECK(l.get("@line.status") == "304");
}

TEST_CASE("a user name that imitates the rest of a line") {
  Lines l;
  REQUIRE(l.read(std::string("192.0.2.4 - x\" 200 12 [a] ") + kTime + R"( "POST /t HTTP/1.0" 401 8 "-" "u")") == Fit::fields);
  CHECK(l.get("@line.user") == "x\" 200 12 [a]");
  CHECK(l.get("@line.status") == "401");
}

TEST_CASE("a quote in an address that the server does not escape") {
  Lines l;
  REQUIRE(l.read(std::string("192.0.2.4 - - ") + kTime + R"( "GET /x?q="a" HTTP/1.0" 400 8 "-" "u")") == Fit::fields);
  CHECK(l.get("@line.request") == "GET /x?q=\"a\" HTTP/1.0");
}

TEST_CASE("only a further part that holds a grant type is a body") {
  Lines l;
  REQUIRE(l.read(std::string("192.0.2.4 - - ") + kTime +
                 R"( "POST /t HTTP/1.1" 200 8 "grant_type=referer" "grant_type=agent" "192.0.2.9" "grant_type=a\x26b")") == Fit::fields);
  CHECK(l.get("@line.agent") == "grant_type=agent");
  CHECK(l.get("@line.body") == "grant_type=a&b");
}

TEST_CASE("other lines are not mine") {
  Lines l;
  for (const char* line : {"", "hello", "[02/Mar/2026:09:14:07 +0000] \"GET / HTTP/1.1\" 200 1",
                           "2026-03-02 09:14:07,311 DEBUG [org.keycloak.events] (t) type=\"LOGIN\"", "a - - [x] \"GET /\" 200 1"})
    CHECK(l.read(line) == Fit::no);
  CHECK(l.read(std::string("192.0.2.4 - - ") + kTime + " \"never closed 200 1") == Fit::neighbour);
}
