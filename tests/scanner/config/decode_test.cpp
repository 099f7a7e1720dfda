#include "scanner/config/decode.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("form values are decoded") {
  CHECK(form_decoded("a%20b+c%3D%3d") == "a b c==");
  CHECK(form_decoded("100%") == "100%");
  CHECK(form_decoded("%zz%4") == "%zz%4");
}

TEST_CASE("JSON strings are decoded") {
  CHECK(json_unescaped(R"(a\tb\\)") == "a\tb\\");
  CHECK(json_unescaped("\\u00") == "u00");
  CHECK(json_unescaped("x\\") == "x\\");
}
