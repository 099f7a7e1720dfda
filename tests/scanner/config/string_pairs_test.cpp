#include "scanner/config/string_pairs.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::config;

namespace {

/// "key>value" of all pairs; a leading '?' for those of a query, '=' for those that are asked.
std::string pairs(std::string_view text) {
  std::string out;
  for (const StringPair& pair : string_pairs(text)) {
    if (!out.empty()) out += ' ';
    out += (pair.query ? "?" : "") + std::string(pair.compared ? "=" : "") + pair.key + ">" + pair.value;
  }
  return out;
}

}  // namespace

TEST_CASE("pairs of form bodies and queries") {
  CHECK(pairs("grant_type=password&username=a%20b&x=") == "grant_type>password username>a b x>");
  CHECK(pairs("https://example.com/token?a=1&b=2#c") == "?a>1 ?b>2#c");
  CHECK(pairs("a=1\n&b=2\nc=3") == "a>1 b>2 c>3");
}

TEST_CASE("pairs of encoded forms") {
  CHECK(pairs("/proxy?path=%2Ftoken%3Fgrant_type%3Dpassword%26x%3D1") ==
        "?path>/token?grant_type=password&x=1 ?grant_type>password ?x>1");
}

TEST_CASE("pairs of command lines") {
  CHECK(pairs("curl -d 'grant_type=password' -d \"b=2\"") == "grant_type>password b>2");
  CHECK(pairs("--oauth.grant-type=password --b=2") == "oauth.grant-type>password b>2");
  CHECK(pairs(R"(x=\"a b\" y='c')") == "x>a b y>c");
}

TEST_CASE("values with holes stay whole") {
  CHECK(pairs("user={{ a b }}&c=${D:-e f}") == "user>{{ a b }} c>${D:-e f}");
}

TEST_CASE("conditions ask") {
  CHECK(pairs("grant_type == \"password\"") == "=grant_type>password");
  CHECK(pairs("a != b") == "=a>b");
  CHECK(pairs("(request.formparam.grant_type = \"password\")") == "request.formparam.grant_type>password");
  CHECK(pairs("a => b, c <= d, e >= f").empty());
}

TEST_CASE("places of pairs") {
  const auto found = string_pairs("x a=bc&d=e");
  REQUIRE(found.size() == 2);
  CHECK(found[0].begin == 2);
  CHECK(found[0].end == 6);
  CHECK(found[1].begin == 7);
}
