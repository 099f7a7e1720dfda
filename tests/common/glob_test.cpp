#include "common/glob.h"

#include <string>

#include "tests/support/catch.h"

using ropc::glob_matches;

TEST_CASE("globs on paths") {
  CHECK(glob_matches("**/application*.yml", "src/main/resources/application-dev.yml"));
  CHECK(glob_matches("**/application*.yml", "application.yml"));
  CHECK_FALSE(glob_matches("*.yml", "a/b.yml"));
  CHECK(glob_matches("a/**/c", "a/c"));
  CHECK(glob_matches("a/**/c", "a/b/b/c"));
  CHECK_FALSE(glob_matches("a/**/c", "a/b/d"));
  CHECK(glob_matches("?.TF", "a.tf"));
  CHECK_FALSE(glob_matches("", "a"));
}

TEST_CASE("many stars end in reasonable time") {
  CHECK_FALSE(glob_matches(std::string(40, '*') + "b", std::string(5'000, 'a')));
}
