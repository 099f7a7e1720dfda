#include "scanner/setting_path.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

bool fits(const char* pattern, std::vector<std::string> path) { return SettingPath(pattern).fits(folded_path(path)); }

}  // namespace

TEST_CASE("parts, stars and items") {
  CHECK(fits("clients.[].directAccessGrantsEnabled", {"clients", "[]", "directAccessGrantsEnabled"}));
  CHECK(fits("**.direct_access_grants_enabled", {"a", "[]", "directAccessGrantsEnabled"}));
  CHECK(fits("spring.security.*.grant-type", {"spring.security", "reg", "grantType"}));
  CHECK_FALSE(fits("spring.*.grant-type", {"spring", "a", "b", "grant-type"}));
  CHECK_FALSE(fits("a.*", {"a", "[]"}));
  CHECK(fits("a.**.b", {"a", "b"}));
  CHECK_FALSE(fits("a", {"a", "b"}));
}

TEST_CASE("the last part is what an index looks up") {
  CHECK(SettingPath("a.b_c").last() == "bc");
  CHECK(SettingPath("a.*").last().empty());
}
