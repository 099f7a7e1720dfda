#include "scanner/syntax/meaning.h"

#include "tests/support/catch.h"

namespace ropc::scanner::syntax {
namespace {

Meaning hole(std::string name) {
  Meaning out;
  out.name = std::move(name);
  return out;
}

}  // namespace

TEST_CASE("meanings join with their places and holes") {
  Meaning out = joined(text_meaning("grant_type=", 10, 1), text_meaning("password", 40, 2));
  CHECK(out.known);
  CHECK(out.text == "grant_type=password");
  REQUIRE(out.marks.size() == 2);
  CHECK(out.marks[1].text == 11);
  CHECK(out.marks[1].source == 40);

  out = joined(joined(out, hole("user")), text_meaning("&x", 60, 3));
  CHECK_FALSE(out.known);
  CHECK(out.text == std::string("grant_type=password") + kUnknown + "&x");
  REQUIRE(out.gaps.size() == 1);
  CHECK(out.gaps[0].name == "user");
  CHECK(out.gaps[0].text == 19);
}

TEST_CASE("a text that grows too long is no longer known") {
  const Meaning out = joined(text_meaning("a", 0, 1), text_meaning(std::string(100'000, 'x'), 2, 2));
  CHECK_FALSE(out.known);
  CHECK(out.text == "a");
}

TEST_CASE("meanings are kept once and not without end") {
  std::vector<Meaning> list{text_meaning("a", 0, 1)};
  merge(list, {text_meaning("a", 9, 2), text_meaning("b", 0, 3)});
  CHECK(list.size() == 2);
  CHECK(joined_all(list, list).size() == 4);
  merge(list, {text_meaning("c", 0, 4), text_meaning("d", 0, 5), text_meaning("e", 0, 6)});
  CHECK(list.size() == kMaxMeanings);
}

}  // namespace ropc::scanner::syntax
