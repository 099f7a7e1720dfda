#include "reporters/json_text.h"

#include "tests/support/catch.h"

using namespace ropc::reporters;

TEST_CASE("keys keep their order and bad bytes are replaced") {
  CHECK(json_text({{"b", 1}, {"a", "x\xFF"}}) == "{\n  \"b\": 1,\n  \"a\": \"x\xEF\xBF\xBD\"\n}\n");
  CHECK(json_line({{"b", 1}}) == "{\"b\":1}\n");
}

TEST_CASE("CI commands are written with an escape that reads as the same text") {
  const std::string text = json_line({{"a", "##[group] ##vso[task.x]"}});
  CHECK(text.find("##[") == std::string::npos);
  CHECK(text.find("##vso[") == std::string::npos);
  CHECK(Json::parse(text)["a"] == "##[group] ##vso[task.x]");
}

TEST_CASE("what is not known is null") {
  CHECK(text_or_null("").is_null());
  CHECK(text_or_null("a\xFF") == "a\xEF\xBF\xBD");
}
