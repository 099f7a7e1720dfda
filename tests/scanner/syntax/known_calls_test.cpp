#include "scanner/syntax/known_calls.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::syntax;

TEST_CASE("functions are known in any spelling") {
  CHECK(effect_of("toString") == Effect::same);
  CHECK(effect_of("to_string") == Effect::same);
  CHECK(effect_of("getenv") == Effect::environment);
  CHECK(effect_of("assert_eq") == Effect::assertion);
  CHECK(effect_of("equalsIgnoreCase") == Effect::compare);
  CHECK(effect_of("sprintf") == Effect::format);
  CHECK(effect_of("login") == Effect::none);
  CHECK(effect_of("") == Effect::none);
}
