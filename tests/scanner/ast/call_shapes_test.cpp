#include "scanner/ast/call_shapes.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::ast;

TEST_CASE("what functions do with texts is told by their names") {
  for (const char* name : {"strcat", "append", "operator<<", "appendFormat:"}) CHECK(appends_text(name));
  for (const char* name : {"snprintf", "sprintf", "_snwprintf", "strcpy", "operator="}) CHECK(fills_buffer(name));
  for (const char* name : {"printf", "fprintf", "vprintf", "puts"}) CHECK_FALSE(fills_buffer(name));
  for (const char* name : {"strcmp", "operator==", "isEqualToString:"}) CHECK(compares_texts(name));
  CHECK_FALSE(compares_texts("strcpy"));
  CHECK(value_before_key("setObject:forKey:"));
  CHECK_FALSE(value_before_key("addQueryItem"));
}

TEST_CASE("a setter's name without its prefix") {
  CHECK(name_set_by("setGrantType") == "GrantType");
  CHECK(name_set_by("set_grant_type") == "grant_type");
  CHECK(name_set_by("setGrantType:animated:") == "GrantType");
  CHECK(name_set_by("grantType") == "grantType");
  CHECK(name_set_by("address") == "address");
  CHECK(name_set_by("setup") == "setup");
}
