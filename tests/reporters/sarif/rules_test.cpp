#include "reporters/sarif/rules.h"

#include <set>

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;
using namespace ropc::reporters::sarif;

namespace {

RuleTable table_of(const Report& report, const Profile& profile) {
  return rule_table(report, findings_worst_first(report, false), profile);
}

}  // namespace

TEST_CASE("each rule stands once, sorted, and is found by its index") {
  const RuleTable table = table_of(test::three_clients(), kGithub);
  REQUIRE(table.rules.size() == 3);
  for (const auto& [id, index] : table.index) CHECK(table.rules[index]["id"] == id);
}

TEST_CASE("a rule that the report does not describe is made of its findings") {
  Report report = test::three_clients();
  report.rules.clear();
  const RuleTable table = table_of(report, kGithub);
  const Json& rule = table.rules[table.index.at("http-form-password-grant")];
  CHECK(rule["shortDescription"]["text"] == "http-form-password-grant.");
  CHECK(rule["help"]["text"].get<std::string>().size() > 20);
  CHECK(rule["defaultConfiguration"]["level"] == "error");
}

TEST_CASE("security severity is a string that GitHub reads as high, and absent where it would mislead") {
  const RuleTable github = table_of(test::three_clients(), kGithub);
  CHECK(github.rules[github.index.at("http-form-password-grant")]["properties"]["security-severity"] == "8.0");
  CHECK_FALSE(github.rules[github.index.at("grant-in-documentation")]["properties"].contains("security-severity"));
  for (const Json& rule : table_of(test::three_clients(), kDefectdojo).rules)
    CHECK_FALSE(rule["properties"].contains("security-severity"));
}

TEST_CASE("tags are unique, weaknesses first, and within the profile's limit") {
  const RuleTable github = table_of(test::hostile(), kGithub);
  const Json tags = github.rules[0]["properties"]["tags"];
  CHECK(tags.size() == 10);
  CHECK(tags[0] == "security");
  CHECK(tags[1] == "external/cwe/cwe-1390");
  std::set<std::string> unique;
  const RuleTable plain = table_of(test::hostile(), kPlain);
  for (const Json& tag : plain.rules[0]["properties"]["tags"]) unique.insert(tag.get<std::string>());
  CHECK(unique.size() == 34);  // "security", the weakness, the rule's 33 tags of which two are equal
}

TEST_CASE("descriptions keep within GitHub's 1,024 characters") {
  Report report = test::three_clients();
  for (RuleInfo& rule : report.rules) {
    rule.title = std::string(5000, 't');
    rule.message = std::string(5000, 'm');
  }
  for (const Json& rule : table_of(report, kGithub).rules) {
    CHECK(rule["shortDescription"]["text"].get<std::string>().size() <= 1024 + 2);  // "…" is three bytes
    CHECK(rule["fullDescription"]["text"].get<std::string>().size() <= 1024 + 2);
  }
}

TEST_CASE("names are made of letters and digits") {
  CHECK(pascal_case("http-form-password-grant") == "HttpFormPasswordGrant");
  CHECK(pascal_case("own|rule`<b>") == "OwnRuleB");
  CHECK(pascal_case("größe") == "GrE");
  CHECK(pascal_case("---") == "Rule");
  CHECK(pascal_case(std::string(1000, 'a')).size() == 255);
}
