#include "scanner/gate/word_search.h"

#include "tests/support/catch.h"

using namespace ropc::scanner;

namespace {

bool found(const std::vector<std::string>& words, const std::string& text) {
  const auto search = WordSearch::compile(words);
  REQUIRE(search);
  WordSearch::Scratch scratch(*search);
  return search->any_in(text, scratch);
}

}  // namespace

TEST_CASE("words count whole and in their letter case") {
  CHECK(found({"GRANT", "other"}, "x = GRANT;"));
  CHECK(found({"GRANT"}, "GRANT"));
  CHECK_FALSE(found({"GRANT"}, "MY_GRANT GRANTED grant"));
  CHECK(found({"GRANT"}, "MY_GRANT, GRANT"));
  CHECK_FALSE(found({}, "anything"));
  CHECK_FALSE(found({"x"}, ""));
}
