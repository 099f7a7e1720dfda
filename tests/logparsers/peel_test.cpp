#include "logparsers/peel.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::logparsers;

namespace {
std::string inner(std::string_view line) { return std::string(peel_line(line).text); }
}  // namespace

TEST_CASE("wrappers come off in any nesting") {
  CHECK(inner("plain text") == "plain text");
  CHECK(inner("<15>1 2026-11-21T13:28:40.571+01:00 kc-0 keycloak 4870 org.keycloak.events - \xEF\xBB\xBFtype=\"X\"") ==
        "type=\"X\"");
  CHECK(inner("502 <14>1 2026-11-21T13:06:40.573+01:00 kc-0 keycloak 1 logger - {\"a\":1}\n") == "{\"a\":1}");
  CHECK(inner("<134>Nov 21 11:12:57 localhost haproxy[26172]: 127.0.0.1:45653 [x]") == "127.0.0.1:45653 [x]");
  CHECK(inner("<142>1 2026-11-21T11:12:57+00:00 - haproxy 26172 - - message") == "message");
  CHECK(inner("<14>1 2026-11-21T11:12:57Z h a 1 m [x@1 k=\"a \\] b\"] message") == "message");
  CHECK(inner("Nov 21 13:28:40 kc-0 keycloak[4870] \xEF\xBB\xBF{\"a\":1}") == "{\"a\":1}");
  CHECK(inner("2026-11-21T13:28:40.571+01:00 kc-0 keycloak[4870]: {\"a\":1}") == "{\"a\":1}");
  CHECK(inner("2026-11-21T13:28:40.571Z stdout F 2026-11-21 13:28:40,571 INFO x") == "2026-11-21 13:28:40,571 INFO x");
  CHECK(inner("2026-11-21T13:28:40.571Z {\"a\":1}") == "{\"a\":1}");
  CHECK(inner("keycloak-1  | 2026-11-21 13:28:40,571 INFO x") == "2026-11-21 13:28:40,571 INFO x");
  CHECK(inner("\x1b[32m2026-11-21 INFO\x1b[m") == "2026-11-21 INFO");
  CHECK(inner("Nov 21 13:28:40 host docker[1]: 2026-11-21T13:28:40Z stderr F keycloak-1 | x: y") == "x: y");
}

TEST_CASE("a wrapper's clock, program and topic are kept") {
  const TextRecord r = peel_line("<15>1 2026-11-21T13:28:40.571+01:00 kc-0 keycloak 4870 org.keycloak.events - x");
  REQUIRE(r.outer.time);
  CHECK(to_iso8601(r.outer.time->at) == "2026-11-21T12:28:40Z");
  CHECK(r.outer.app == "keycloak");
  CHECK(r.outer.topic == "org.keycloak.events");
}

TEST_CASE("what only looks like a wrapper stays") {
  for (const char* line : {"2026-11-21 13:28:40,571 INFO  [a] (b) c", "[2026-11-21 11:42:15.795] uaa", "<", "<15", "502 ",
                           "127.0.0.1 - - [21/Nov/2026:13:07:08 +0100] \"GET / HTTP/1.1\" 200 1", "Nov", ""}) {
    INFO(line);
    CHECK(inner(line) == line);
  }
}

TEST_CASE("a second header on the same line is found, with its octet count") {
  const std::string_view line = "<15>1 2026-11-21T13:28:40Z h a 1 m - {\"cut <5 600 <15>1 2026-11-21T13:28:41Z h a 1 m - {}";
  const std::size_t at = next_syslog_header(line, 1);
  REQUIRE(at != std::string_view::npos);
  CHECK(line.substr(at).starts_with("600 <15>1 2026-11-21T13:28:41Z"));
  CHECK(next_syslog_header("<15>1 2026-11-21T13:28:40Z h a 1 m - x", 1) == std::string_view::npos);
}

TEST_CASE("a syslog frame ends where its octet count says, when that is true") {
  CHECK(octet_frame("7 <1>1 a") == 0);
  CHECK(octet_frame("6 <1>1 a") == 8);
  CHECK(octet_frame("6 <1>1 a\nnext") == 8);
  CHECK(octet_frame("6 <1>1 a5 <2>1 ") == 8);
  CHECK(octet_frame("6 <1>1 ab") == 0);
  CHECK(octet_frame("<1>1 a") == 0);
  CHECK(octet_frame("99999999999 <1>1 a") == 0);
  CHECK(octet_frame("") == 0);
}
