#include "scanner/syntax/tree_index.h"

#include "rules/rule_set.h"
#include "scanner/syntax/syntax_detector.h"
#include "tests/scanner/syntax/inspect_all.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::syntax;

namespace {

const RuleMatcher& matcher() {
  static const auto rules = rules::load_rules({});
  static const RuleMatcher made(rules.value());
  return made;
}

/// What the first look at `path` leaves open.
std::vector<Asking> asked_by(const std::string& path, const test::MemoryRepository& repository) {
  auto seen = SyntaxDetector(matcher()).inspect(*repository.open(path), repository);
  if (!seen.asks) return {};
  return {{path, std::move(seen.asks)}};
}

using Files = std::vector<std::pair<std::string, std::string>>;

std::optional<std::string> constant(const Files& files, std::string_view qualifier, std::string_view name) {
  const test::MemoryRepository repository(std::map<std::string, std::string>(files.begin(), files.end()));
  const TreeIndex index = TreeIndex::build(asked_by(files.front().first, repository), repository, matcher());
  const auto found = index.constant("python", qualifier, name, files.front().first);
  return found ? std::optional(found->text) : std::nullopt;
}

}  // namespace

TEST_CASE("a constant is found by its type, its file or its folder") {
  const std::string use = "import x\nbody = {'grant_type': x.Grants.PASS, 'a': x.OTHER}\n";
  CHECK(constant({{"a.py", use}, {"x.py", "class Grants:\n  PASS = 'password'\n"}, {"y.py", "class Other:\n  PASS = 'no password'\n"}}, "Grants", "PASS") == "password");
  CHECK(constant({{"a.py", use}, {"grants.py", "PASS = 'password'\n"}, {"y.py", "PASS = 'no password'\n"}}, "Grants", "PASS") == "password");
}

TEST_CASE("of several values the nearest counts, and none when they differ") {
  const std::string use = "from .c import GRANT\nbody = {'grant_type': GRANT}\n";
  CHECK(constant({{"a/b/main.py", use}, {"a/b/c.py", "GRANT = 'password'\n"}, {"z/c.py", "GRANT = 'no password'\n"}}, "", "GRANT") == "password");
  CHECK(constant({{"main.py", use}, {"c.py", "GRANT = 'password'\n"}, {"d.py", "GRANT = 'no password'\n"}}, "", "GRANT") == std::nullopt);
  CHECK(constant({{"main.py", use}, {"c.py", "GRANT = 'password'\n"}, {"d.py", "GRANT = 'password'\n"}}, "", "GRANT") == "password");
}

TEST_CASE("names that no site asks for are not read") {
  CHECK(constant({{"a.py", "body = {'grant_type': g}\n"}, {"b.py", "GRANT = 'password'\n"}}, "", "GRANT") == std::nullopt);
}

TEST_CASE("callers of a sink are worth a look") {
  const test::MemoryRepository repository(std::map<std::string, std::string>{{"client.py", "def token(grant):\n  return post({'grant_type': grant})\n"},
                                                {"main.py", "from client import token\ntoken('password')\n"},
                                                {"other.py", "x = 1\n"}});
  const TreeIndex index = TreeIndex::build(asked_by("client.py", repository), repository, matcher());
  CHECK(index.paths() == std::vector<std::string>{"main.py"});
  CHECK(index.sinks("python").contains("token"));
  CHECK(index.sinks("java").empty());
}
