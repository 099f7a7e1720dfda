#include "tests/support/golden.h"

#include <cstdlib>
#include <string_view>

#include "common/file_bytes.h"
#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

namespace ropc::test {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// "line N: expected «…», got «…»" of the first line that differs.
std::string first_difference(std::string_view expected, std::string_view actual) {
  for (std::size_t line = 1;; ++line) {
    const std::string_view want = expected.substr(0, expected.find('\n'));
    const std::string_view have = actual.substr(0, actual.find('\n'));
    if (want != have)
      return "line " + std::to_string(line) + ": expected «" + std::string(want.substr(0, 300)) + "», got «" +
             std::string(have.substr(0, 300)) + "»";
    if (expected.size() <= want.size() || actual.size() <= have.size())
      return "line " + std::to_string(line) + ": one of the two ends here";
    expected.remove_prefix(want.size() + 1);
    actual.remove_prefix(have.size() + 1);
  }
}

}  // namespace

void check_golden(const std::string& name, const std::string& actual) {
  const std::string path = (source_dir() / "tests" / "golden" / name).string();
  if (environment("ROPC_UPDATE_GOLDEN") == "1") {
    REQUIRE(write_file(path, actual));
    return;
  }
  const Result<std::string> expected = read_file(path, 64U << 20U);
  INFO(path << " (rewrite it with ROPC_UPDATE_GOLDEN=1 and review the difference)");
  REQUIRE(expected);
  if (*expected == actual) {
    SUCCEED();
    return;
  }
  FAIL(first_difference(*expected, actual));
}

}  // namespace ropc::test
