#include "scanner/names.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

TEST_CASE("identifiers of all languages fold to dotted parts") {
  CHECK(folded_dotted("OAuth2ParameterNames::GRANT_TYPE") == "oauth2parameternames.granttype");
  CHECK(folded_dotted("a->b_c") == "a.bc");
  CHECK(folded_dotted("\\App\\Grant::PASSWORD") == "app.grant.password");
  CHECK(folded_dotted("$this->grantType") == "this.granttype");
  CHECK(last_part("a.b.c") == "c");
  CHECK(last_part("c") == "c");
}

TEST_CASE("endings are whole parts") {
  CHECK(ends_in_parts("a.granttype.password", "granttype.password"));
  CHECK(ends_in_parts("granttype.password", "granttype.password"));
  CHECK_FALSE(ends_in_parts("a.mygranttype.password", "granttype.password"));
  CHECK(has_word("x = KeycloakOpenID(", "KeycloakOpenID"));
  CHECK_FALSE(has_word("x = MyKeycloakOpenID2(", "KeycloakOpenID"));
}
