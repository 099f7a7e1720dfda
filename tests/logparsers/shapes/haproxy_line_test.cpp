#include "logparsers/shapes/haproxy_line.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
using Lines = ropc::test::Shaped<HaproxyLine>;
constexpr const char* kHead = "192.0.2.21:45653 [02/Mar/2026:09:14:07.821] plain app/app1 0/0/0/20/23 200 332 - - ---- 1/1/0/0/0 0/0 ";
}  // namespace

TEST_CASE("the HTTP log, with captures or not") {
  Lines l;
  REQUIRE(l.read(std::string(kHead) + "\"POST /o/token/ HTTP/1.1\"") == Fit::fields);
  CHECK(l.get("@line.address") == "192.0.2.21:45653");
  CHECK(l.get("@line.time") == "02/Mar/2026:09:14:07.821");
  CHECK(l.get("@line.status") == "200");
  CHECK(l.get("@line.request") == "POST /o/token/ HTTP/1.1");
  REQUIRE(l.read(std::string(kHead) + "{curl|grant_type=password&username=a#22|Basic eDp5} {text/html} \"POST /t#22 HTTP/1.1\"") == Fit::fields);
  CHECK(l.get("@line.body") == "grant_type=password&username=a\"");
  CHECK(l.get("@line.authorization") == "Basic eDp5");
  CHECK(l.get("@line.request") == "POST /t\" HTTP/1.1");
}

TEST_CASE("lines that are cut are broken, others not mine") {
  Lines l;
  CHECK(l.read(std::string(kHead) + "{grant_type=passw") == Fit::broken);
  CHECK(l.read(kHead) == Fit::broken);
  CHECK(l.read("192.0.2.21:45653 [02/Mar/2026:09:14:07.821] plain/1: Timeout during SSL handshake") == Fit::neighbour);
  CHECK(l.read("Proxy app started.") == Fit::no);
  CHECK(l.read("192.0.2.21 - - [02/Mar/2026:09:14:07 +0000] \"GET / HTTP/1.1\" 200 1") == Fit::no);
}
