#include "scanner/syntax/text_pairs.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::syntax;

namespace {

struct Read {
  std::string shape, value;
  bool prose = false;
  bool operator==(const Read&) const = default;
};

std::vector<Read> read(const std::string& text) {
  std::vector<Read> out;
  for (const TextPair& pair : pairs_in(text, [](std::string_view key) { return key == "grant_type"; })) {
    out.push_back({std::string(pair.shape), text.substr(pair.value, pair.value_end - pair.value), pair.prose});
  }
  return out;
}

}  // namespace

TEST_CASE("forms, queries, JSON and headers inside texts") {
  CHECK(read("grant_type=password&x=y") == std::vector<Read>{{"form-string", "password", false}});
  CHECK(read("x=y&grant_type=password") == std::vector<Read>{{"form-string", "password", false}});
  CHECK(read("https://h/token?grant_type=password") == std::vector<Read>{{"query-string", "password", false}});
  CHECK(read("a%26grant_type%3Dpassword%26b") == std::vector<Read>{{"form-string", "password", false}});
  CHECK(read("{\"grant_type\": \"password\"}") == std::vector<Read>{{"json-string", "password", false}});
  CHECK(read("{\\\"grant_type\\\":\\\"password\\\"}") == std::vector<Read>{{"json-string", "password", false}});
  CHECK(read("grant_type: password") == std::vector<Read>{{"header", "password", false}});
  CHECK(read("curl -d grant_type=password -d a=b") == std::vector<Read>{{"form-string", "password", false}});
  CHECK(read("grant_type=\x1a&x") == std::vector<Read>{{"form-string", "\x1a", false}});
}

TEST_CASE("sentences are told from requests") {
  CHECK(read("only grant_type=password is supported") == std::vector<Read>{{"form-string", "password", true}});
  CHECK(read("the grant_type: password") .empty());
  CHECK(read("unsupported_grant_type=password").empty());
  CHECK(read("grant_type==password").empty());
}

TEST_CASE("a text may end before its value") {
  const auto pairs = pairs_in("a=b&grant_type=", [](std::string_view key) { return key == "grant_type"; });
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].open);
}
