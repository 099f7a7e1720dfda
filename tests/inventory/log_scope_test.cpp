#include "inventory/log_scope.h"

#include <string>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {

LogCoverage log_of(const char* tenant, std::uint64_t records = 1) {
  LogCoverage log;
  log.idp = "keycloak";
  log.tenant = tenant;
  log.records = records;
  return log;
}

}  // namespace

TEST_CASE("logs that name the tenant speak for it, and no others") {
  const std::vector<LogCoverage> coverage = {log_of(""), log_of("shop"), log_of("hr"), log_of("shop")};
  const auto logs = logs_of("keycloak", "shop", coverage);
  REQUIRE(logs.size() == 2);
  CHECK(logs[0] == &coverage[1]);
  CHECK(logs[1] == &coverage[3]);
}

TEST_CASE("a log that names no tenant speaks for those that no other log names") {
  const std::vector<LogCoverage> coverage = {log_of(""), log_of("shop")};
  REQUIRE(logs_of("keycloak", "hr", coverage).size() == 1);
  CHECK(logs_of("keycloak", "hr", coverage)[0] == &coverage[0]);
  CHECK(logs_of("keycloak", "", coverage).size() == 1);
}

TEST_CASE("an empty log and one of another identity provider say nothing") {
  CHECK(logs_of("keycloak", "shop", {log_of("shop", 0), log_of("", 0)}).empty());
  CHECK(logs_of("okta", "shop", {log_of("shop"), log_of("")}).empty());
}

TEST_CASE("a client whose tenant nobody tells may be in the logs of each tenant") {
  const std::vector<LogCoverage> coverage = {log_of("shop"), log_of("hr")};
  CHECK(logs_of("keycloak", "", coverage).empty());
  CHECK(logs_about("keycloak", "", coverage).size() == 2);
  CHECK(logs_about("keycloak", "partners", coverage).empty());
  CHECK(logs_about("keycloak", "hr", coverage).size() == 1);
}
