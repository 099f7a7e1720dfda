#include "logparsers/json_walk.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {
std::string extent(std::string_view text) {
  const JsonExtent e = json_extent(text);
  const char* names[] = {"whole", "unfinished", "broken"};
  return std::string(names[static_cast<int>(e.state)]) + " " + std::to_string(e.length);
}
}  // namespace

TEST_CASE("the end of a JSON value is found") {
  CHECK(extent(R"({"a":1} rest)") == "whole 7");
  CHECK(extent(R"({"a":{"b":[1,"}",true,null]},"c":"\"}"}x)") == "whole 39");
  CHECK(extent("{\n \"a\" : 1\n}\n{") == "whole 12");
  CHECK(extent("[{},{}]") == "whole 7");
}

TEST_CASE("a value that goes on is told from one that was cut") {
  CHECK(extent(R"({"a":{"b":1)").starts_with("unfinished"));
  CHECK(extent(R"({"a":"b)").starts_with("unfinished"));
  CHECK(extent("{\"a\":\"cut here\n{\"a\":1}").starts_with("broken"));
  CHECK(extent("{\"a\":1,\n{\"a\":1}").starts_with("broken"));
  CHECK(extent("{\"a\":{\"b\":1\n{\"a\":1}").starts_with("broken"));
  CHECK(extent("{a:1}").starts_with("broken"));
  CHECK(extent("{]").starts_with("broken"));
}

TEST_CASE("a nesting bomb is broken, not deep") {
  CHECK(extent(std::string(100'000, '[')).starts_with("broken"));
}
