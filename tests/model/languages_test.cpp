#include "model/languages.h"

#include <algorithm>

#include "tests/support/catch.h"

TEST_CASE("language ids are sorted and there once") {
  const auto ids = ropc::language_ids();
  REQUIRE_FALSE(ids.empty());
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(ropc::is_language_id("python"));
  CHECK_FALSE(ropc::is_language_id("phyton"));
}
