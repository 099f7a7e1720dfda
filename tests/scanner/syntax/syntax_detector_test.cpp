#include "scanner/syntax/syntax_detector.h"

#include "rules/rule_set.h"
#include "tests/scanner/syntax/inspect_all.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

const RuleMatcher& matcher() {
  static const auto rules = rules::load_rules({});
  static const RuleMatcher made(rules.value());
  return made;
}

Inspection inspect(const std::string& path, const std::string& text) {
  const test::MemoryRepository repository(std::map<std::string, std::string>{{path, text}});
  auto seen = SyntaxDetector(matcher()).inspect(*repository.open(path), repository);
  std::erase_if(seen.findings, [](const Finding& one) { return one.rule_id != "token-request-password-grant"; });
  return seen;
}

}  // namespace

TEST_CASE("a finding has its place, its context and its explanation") {
  const auto seen = inspect("login.py", "GRANT = 'password'\nbody = {'grant_type': GRANT, 'client_id': 'shop'}\n");
  REQUIRE(seen.inspected);
  REQUIRE(seen.findings.size() == 1);
  const Finding& one = seen.findings.front();
  CHECK(one.kind == Kind::request);
  CHECK(one.eye == "syntax");
  CHECK(one.where.line == 2);
  CHECK(one.client_id == "shop");
  REQUIRE_FALSE(one.related.empty());
  CHECK(one.related.front().where.line == 1);
}

TEST_CASE("a definition that a use explains is no finding of its own") {
  const auto used = inspect("login.py", "grant_type = 'password'\nbody = {'grant_type': grant_type}\n");
  REQUIRE(used.findings.size() == 1);
  CHECK(used.findings.front().where.line == 2);
  const auto alone = inspect("login.py", "grant_type = 'password'\n");
  REQUIRE(alone.findings.size() == 1);
}

TEST_CASE("scripts of a page are pieces of their own") {
  const auto seen = inspect("page.vue", "<template/>\n<script lang=\"ts\">\nconst b = { grant_type: 'password' }\n</script>\n");
  REQUIRE(seen.embedded.size() == 2);  // and the rest of the page
  CHECK(seen.embedded[0].language == "typescript");
  CHECK(seen.embedded[0].lines.front() == 2);
}

TEST_CASE("what is no code is left to the other eyes") {
  CHECK_FALSE(inspect("a.java", std::string(200, '\x01') + "grant_type=password").inspected);
  CHECK_FALSE(inspect("a.py", std::string(3'000, '(')).inspected);
  const test::MemoryRepository repository(std::map<std::string, std::string>{{"a.json", "{}"}});
  CHECK_FALSE(SyntaxDetector(matcher()).wants(*repository.open("a.json")));
}
