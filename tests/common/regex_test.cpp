#include "common/regex.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

using ropc::Regex;

TEST_CASE("matches are found with their groups") {
  const auto regex = Regex::compile("(?i)(grant_type)=(?:(password)|(code))");
  REQUIRE(regex);
  CHECK(regex->groups() == 3);
  const std::string text = "a GRANT_TYPE=code b grant_type=password";
  std::vector<Regex::Span> spans;
  REQUIRE(regex->find(text, 0, spans));
  REQUIRE(spans.size() == 4);
  CHECK(spans[0].of(text) == "GRANT_TYPE=code");
  CHECK_FALSE(spans[2].matched());
  CHECK(spans[2].of(text).empty());
  CHECK(spans[3].of(text) == "code");
  REQUIRE(regex->find(text, spans[0].end, spans));
  CHECK(spans[2].of(text) == "password");
  CHECK_FALSE(regex->find(text, spans[0].end, spans));
  CHECK_FALSE(regex->find(text, text.size() + 1, spans));
}

TEST_CASE("finding and matching all of a text differ") {
  const auto regex = Regex::compile("pass(word)?");
  REQUIRE(regex);
  CHECK(regex->found_in("my password"));
  CHECK_FALSE(regex->matches_all_of("my password"));
  CHECK(regex->matches_all_of("password"));
}

TEST_CASE("bytes that are no UTF-8 are matched as bytes") {
  const auto regex = Regex::compile("a.b");
  REQUIRE(regex);
  CHECK(regex->matches_all_of("a\xff"
                              "b"));
}

TEST_CASE("a wrong pattern is an error with a sentence") {
  const auto regex = Regex::compile("(open");
  REQUIRE_FALSE(regex);
  CHECK(regex.error().code == ropc::ErrorCode::syntax);
  CHECK(regex.error().message.find("missing )") != std::string::npos);
}

TEST_CASE("what is not linear is not a pattern") {
  CHECK_FALSE(Regex::compile("(a)\\1"));
  CHECK_FALSE(Regex::compile("a(?=b)"));
}

TEST_CASE("what a pattern needs: a set of which one stands in every match, and each literal that all of them hold") {
  using Sets = std::vector<std::vector<std::string>>;
  CHECK(Regex::needed_literals("Auth\\s*=\\s*OAuth;.*Password=").size() == 3);
  CHECK(Regex::needed_literals("(?i)(secret|hidden)thing") == Sets{{"secretthing", "hiddenthing"}});
  CHECK(Regex::needed_literals("[a-z]+").empty());
  CHECK(Regex::needed_literals("(").empty());
}
