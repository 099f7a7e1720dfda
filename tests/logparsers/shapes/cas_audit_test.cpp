#include "logparsers/shapes/cas_audit.h"

#include "tests/logparsers/shapes/shaped.h"
#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

using Lines = ropc::test::Shaped<CasAudit>;
const std::string kHead = "2026-03-02 09:14:07,457 INFO [org.apereo.inspektr.audit.support.Slf4jLoggingAuditTrailManager] - ";
const std::string kRule = "=============================================================\n";
const std::string kRequest = "{code=N/A, grant_type=password, service=cli, scope=[], response_type=none, redirect_uri=null, client_id=null}";

std::string block(const std::string& who, const std::string& what, const std::string& action) {
  return "Audit trail record BEGIN\n" + kRule + "WHO: " + who + "\nWHAT: " + what + "\nACTION: " + action +
         "\nAPPLICATION: CAS\nWHEN: Mon Mar 02 09:14:07 UTC 2026\nCLIENT IP ADDRESS: 192.0.2.4\nSERVER IP ADDRESS: 192.0.2.1\n" + kRule;
}

constexpr const char* kAction = "OAUTH2_ACCESS_TOKEN_REQUEST_CREATED";

}  // namespace

TEST_CASE("a block of lines") {
  Lines l;
  const std::string first = kHead + block("bodil", kRequest, kAction) + "\n\n";
  REQUIRE(l.read(first + kHead + block("x", "y", "Z")) == Fit::fields);
  CHECK(l.taken == first.size());
  CHECK(l.get("@cas.who") == "bodil");
  CHECK(l.get("@cas.action") == kAction);
  CHECK(l.get("@cas.grant_type") == "password");
  CHECK(l.get("@cas.service") == "cli");
  CHECK(l.get("@cas.address") == "192.0.2.4");
  CHECK(l.get("@cas.when") == "Mon Mar 02 09:14:07 UTC 2026");
}

TEST_CASE("a record inside a name is no record where the log has colours") {
  Lines l;
  const std::string forged = "x\n" + kRule + "\n\n" + kHead + block("root", kRequest, kAction);
  const std::string record = "\x1b[32m" + kHead + block(forged, "[UsernamePasswordCredential(username=" + forged + ")]", "AUTHENTICATION_FAILED") + "\n";
  REQUIRE(l.read(record + "\x1b[m\x1b[32m" + kHead + block("a", "b", "C")) == Fit::fields);
  CHECK(l.taken == record.size());
  CHECK(l.get("@cas.action") == "AUTHENTICATION_FAILED");
  CHECK(l.get("@cas.grant_type").empty());
  CHECK(l.read(kHead + block("root", kRequest, kAction)) == Fit::neighbour);
}

TEST_CASE("one line, with bars in names") {
  Lines l;
  REQUIRE(l.read(kHead + "<Mon Mar 02 09:14:07 UTC 2026|CAS|" + kRequest + "|" + kAction + "|bo|dil|192.0.2.4|192.0.2.1>\x1b[m\n") == Fit::fields);
  CHECK(l.get("@cas.who") == "bo|dil");
  CHECK(l.get("@cas.service") == "cli");
  CHECK(l.get("@cas.address") == "192.0.2.4");
  CHECK(l.read(kHead + "Mon Mar 02 09:14:07 UTC 2026|CAS|[UsernamePasswordCredential(username=" + kRequest + "|" + kAction +
               "|y, source=null)]|AUTHENTICATION_FAILED|x|192.0.2.4|192.0.2.1") == Fit::other);
}

TEST_CASE("a coloured JSON record says that the log has colours") {
  Lines l;
  CHECK(l.read("\x1b[32m" + kHead + "{") == Fit::no);
  CHECK(l.read(kHead + "{") == Fit::neighbour);
  CHECK(l.read(kHead + block("root", kRequest, kAction)) == Fit::neighbour);
}

TEST_CASE("JSON records and other loggers are for others; cut ones are broken") {
  Lines l;
  CHECK(l.read(kHead + "{") == Fit::no);
  CHECK(l.read("05:14:23 INFO [o.a.c.w.CasWebApplication] - <Started>") == Fit::no);
  CHECK(l.read(kHead + "Audit trail record BEGIN\nWHO: x") == Fit::broken);
  CHECK(l.read("") == Fit::no);
}
