#include "scanner/gate/literals.h"

#include <algorithm>

#include "tests/support/catch.h"

using ropc::scanner::Literals;

namespace {

std::vector<unsigned> found(const std::vector<std::string>& literals, std::string_view text) {
  const auto compiled = Literals::compile(literals);
  REQUIRE(compiled);
  Literals::Memory memory(*compiled);
  std::vector<unsigned> out;
  compiled->find(text, memory, out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("literals are found whatever their case, each once") {
  CHECK(found({"grant_type", "az login", "oauth/ro"}, "x GRANT_TYPE Grant_Type OAuth/RO") == std::vector<unsigned>{0, 2});
  CHECK(found({"grant_type"}, "").empty());
  CHECK(found({}, "grant_type").empty());
  CHECK(found({"a.b"}, "axb").empty());
  CHECK(found({"\\x00$"}, "is \\x00$ here") == std::vector<unsigned>{0});
}

TEST_CASE("bytes of any kind are text") {
  CHECK(found({"grant"}, std::string_view("\0\xff grant\0", 9)) == std::vector<unsigned>{0});
}

TEST_CASE("an empty literal is refused") { CHECK_FALSE(Literals::compile({"a", ""})); }
