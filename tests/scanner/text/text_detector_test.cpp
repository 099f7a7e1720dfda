#include "scanner/text/text_detector.h"

#include <random>

#include "scanner/make_document.h"
#include "tests/scanner/memory_repository.h"
#include "tests/scanner/rules_for.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

std::vector<Finding> found(const rules::RuleSet& set, const std::string& path, const std::string& text) {
  const RuleMatcher matcher(set);
  return TextDetector(matcher).inspect(make_document(path, text), test::MemoryRepository{}).findings;
}

}  // namespace

TEST_CASE("pairs, calls and texts become findings with their context") {
  auto set = test::password_grant_rules();
  set.rules.push_back(test::rule_for("{call: {names: [exchangePassword]}}", "", "call"));
  set.rules.push_back(test::rule_for("{text: {pattern: '/oauth/ro\\b', in: strings}}", "", "text"));
  const auto all = found(set, "a.js", R"(// grant_type=password
f({grant_type: 'password', client_id: 'desk'});
exchangePassword(u, p);
get('https://x.example.com/oauth/ro'); // and /oauth/ro
)");
  REQUIRE(all.size() == 4);
  CHECK(all[0].kind == Kind::mention);
  CHECK(all[1].client_id == "desk");
  CHECK(all[1].where.line == 2);
  CHECK(all[2].construct == "library-call");
  CHECK(all[3].where.line == 4);
}

TEST_CASE("each row of a client table is a client") {
  rules::RuleSet set;
  set.rules.push_back(test::rule_for("{pair: {keys: [authorized_grant_types, grant_type], values: [password]}}", "", "list"));
  const auto all = found(set, "seed.sql", "INSERT INTO oauth_client_details (client_id, client_secret, authorized_grant_types) VALUES\n"
                                          "('desk', 'x', 'password,refresh_token'),\n"
                                          "('till', 'x', 'client_credentials'),\n"
                                          "('shop', 'x', '{refresh_token,password}');\n"
                                          "INSERT INTO tokens (client_id, grant_type) VALUES ('desk', 'password');\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].where.line == 2);
  CHECK(all[0].client_id == "desk");
  CHECK(all[1].where.line == 4);
  CHECK(all[1].client_id == "shop");
}

TEST_CASE("the excerpt of a long line shows the hit and no secret") {
  const std::string line = "x=" + std::string(5000, 'a') + "&password=hunter2&grant_type=password&client_secret=s3cret" + std::string(5000, 'b');
  const auto all = found(test::password_grant_rules(), "a.txt2", line);
  REQUIRE(all.size() == 1);
  CHECK(all[0].excerpt.str().starts_with("grant_type=password"));
  CHECK(all[0].excerpt.str().find("s3cret") == std::string::npos);
}

TEST_CASE("a minified file of one line is read in reasonable time") {
  std::string text;
  while (text.size() < (4U << 20)) text += "a.b({grant_type:\"code\",client_id:\"x\"},\"y=1&z=2\");function q(){return'p'}";
  text += "f({grant_type:'password'})";
  const auto all = found(test::password_grant_rules(), "a.js", text);
  CHECK(all.size() == 1);
}

TEST_CASE("bytes of any kind are survived") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"grant_type", "=", ":", "password", "\"", "'", "(", "[", "{", "}", ")", "\n", "\\", "%3D", "$", "\xff", "/*", "#", ","};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += pieces[random() % std::size(pieces)];
    for (const char* path : {"a.py", "a.sh", "a.xml", "a.m", "a.unknown"})
      for (const Finding& finding : found(test::password_grant_rules(), path, text)) CHECK(finding.where.line > 0);
  }
}

TEST_CASE("findings of one file are limited") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "grant_type=password\n";
  CHECK(found(test::password_grant_rules(), "a.unknown", text).size() <= 2000);
}
