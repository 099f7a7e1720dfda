#include "logparsers/shapes/cas_server.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
using Lines = ropc::test::Shaped<CasServer>;
const std::string kRefused =
    "05:14:31 WARN [o.a.c.s.o.v.t.OAuth20PasswordGrantTypeTokenRequestValidator] - <Requested grant type [PASSWORD] is not "
    "authorized by service definition [^https://a\\.example\\.com/[x].*]>";
}  // namespace

TEST_CASE("a refusal names the pattern of the service") {
  Lines l;
  REQUIRE(l.read(kRefused) == Fit::fields);
  CHECK(l.get("@cas.refused") == "^https://a\\.example\\.com/[x].*");
}

TEST_CASE("once a log has colours, plain lines are text that somebody typed") {
  Lines l;
  CHECK(l.read("\x1b[33m" + kRefused + "\x1b[m") == Fit::fields);
  CHECK(l.read(kRefused) == Fit::neighbour);
}

TEST_CASE("other messages of CAS, and of others") {
  Lines l;
  CHECK(l.read("05:14:23 INFO [o.a.c.w.CasWebApplication] - <Started CasWebApplication>") == Fit::other);
  CHECK(l.read("05:14:23 INFO [o.a.i.a.s.Slf4jLoggingAuditTrailManager] - <{") == Fit::no);
  CHECK(l.read("05:14:23 INFO [com.example.Other] - <Started>") == Fit::no);
  CHECK(l.read("WHO: x") == Fit::no);
}
