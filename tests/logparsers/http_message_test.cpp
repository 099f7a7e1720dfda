#include "logparsers/http_message.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

TEST_CASE("a request, with a body or not") {
  const HttpRequest r = http_request(
      "POST /t HTTP/1.1\r\nHost: a\r\nuser-agent:  curl\r\nAuthorization: Basic x\r\nUser-Agent: second\r\n\r\na=b\r\nAuthorization: c");
  CHECK(r.line == "POST /t HTTP/1.1");
  CHECK(r.user_agent == "curl");
  CHECK(r.authorization == "Basic x");
  CHECK(r.body == "a=b\r\nAuthorization: c");
  CHECK(http_request("GET / HTTP/1.1\nno colon\nUser-Agent: x\n").user_agent == "x");
  CHECK(http_request("GET / HTTP/1.1").body.empty());
  CHECK(http_request("").line.empty());
}

TEST_CASE("the status of an answer") {
  CHECK(http_status("HTTP/1.1 401 Unauthorized") == "401");
  CHECK(http_status("HTTP/2 200") == "200");
  CHECK(http_status("HTTP/1.1 2").empty());
  CHECK(http_status("HTTP/1.1").empty());
  CHECK(http_status("GET / 200").empty());
}
