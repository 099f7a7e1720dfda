#include "scanner/self_test.h"

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("every rule finds what its examples say, and no more") {
  const auto rules = rules::load_rules({});
  REQUIRE(rules);
  const std::vector<std::string> faults = scanner::self_test(*rules);
  for (const std::string& fault : faults) UNSCOPED_INFO(fault);
  CHECK(faults.empty());
}
