#include "logparsers/shapes/dumpio_line.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

using Lines = ropc::test::Shaped<DumpioLine>;

std::string line(const std::string& thread, const std::string& peer, const std::string& data) {
  return "[Mon Mar 02 09:14:07.015805 2026] [dumpio:trace7] [pid 1:tid " + thread + "] mod_dumpio.c(100): [" + peer +
         "] mod_dumpio:  dumpio_in (data-HEAP): " + data;
}

constexpr const char* kClient = "client 192.0.2.4:40877";
constexpr const char* kServer = "remote 192.0.2.1:8080";

}  // namespace

TEST_CASE("the pieces of a request are put together, by thread") {
  Lines l;
  CHECK(l.read(line("7", kClient, "22 bytes")) == Fit::other);
  CHECK(l.read(line("7", kClient, R"(POST /o/token/ HTTP/1.1\r\n)")) == Fit::other);
  CHECK(l.read(line("8", "client 192.0.2.9:1", R"(GET /other HTTP/1.1\r\n)")) == Fit::other);
  l.read(line("7", kClient, R"(User-Agent: curl\r\n)"));
  l.read(line("7", kClient, R"(Authorization: Basic eDp5\r\n)"));
  l.read(line("7", kClient, R"(\r\n)"));
  l.read(line("7", kClient, "grant_type=password&username=HTTP/1.1 200"));
  REQUIRE(l.read(line("7", kServer, R"(HTTP/1.1 401 Unauthorized\r\n)")) == Fit::fields);
  CHECK(l.get("@line.address") == "192.0.2.4:40877");
  CHECK(l.get("@line.time") == "Mon Mar 02 09:14:07.015805 2026");
  CHECK(l.get("@line.request") == "POST /o/token/ HTTP/1.1");
  CHECK(l.get("@line.agent") == "curl");
  CHECK(l.get("@line.authorization") == "Basic eDp5");
  CHECK(l.get("@line.body") == "grant_type=password&username=HTTP/1.1 200");
  CHECK(l.get("@line.status") == "401");
  CHECK(l.read(line("7", kServer, "HTTP/1.1 200 OK")) == Fit::other);
}

TEST_CASE("a request on the same thread begins anew after an answer") {
  Lines l;
  l.read(line("7", kClient, R"(GET /a HTTP/1.1\r\n)"));
  l.read(line("7", kServer, "HTTP/1.1 200 OK"));
  l.read(line("7", kClient, R"(GET /b HTTP/1.1\r\n)"));
  REQUIRE(l.read(line("7", kServer, "HTTP/1.1 200 OK")) == Fit::fields);
  CHECK(l.get("@line.request") == "GET /b HTTP/1.1");
}

TEST_CASE("other lines of the error log are not mine") {
  Lines l;
  CHECK(l.read("[Mon Mar 02 09:14:07.015805 2026] [core:notice] [pid 1:tid 1] AH00094: Command line") == Fit::no);
  CHECK(l.read("[dumpio:trace7]") == Fit::no);
  CHECK(l.read("") == Fit::no);
}
