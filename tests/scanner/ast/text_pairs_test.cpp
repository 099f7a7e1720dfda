#include "scanner/ast/text_pairs.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::ast;

TEST_CASE("pairs of bodies, query strings and command lines") {
  const auto body = pairs_in("username=&grant_type=password&client_id=a");
  REQUIRE(body.size() == 3);
  CHECK(body[1] == TextPair{"grant_type", "password", false});
  CHECK(pairs_in("https://id.example.com/token?grant_type=password").front().key == "grant_type");
  CHECK(pairs_in("curl -d 'grant_type=password' x").front().value == "password");
}

TEST_CASE("a text that ends after the sign leaves its value open") {
  CHECK(pairs_in("a=b&grant_type=").back().open);
  CHECK_FALSE(pairs_in("grant_type=&a=b").front().open);
  CHECK(pairs_in("no pairs").empty());
  CHECK(pairs_in("=x").empty());
}
