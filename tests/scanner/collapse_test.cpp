#include "scanner/collapse.h"

#include "tests/scanner/finding_for.h"
#include "tests/scanner/rules_for.h"
#include "tests/support/catch.h"

using namespace ropc;
using test::finding_at;

namespace {

rules::RuleSet three_rules() {
  rules::RuleSet set;
  set.rules = {test::rule_for("{call: {names: [login]}}", "", "call"), test::rule_for("{pair: {keys: [a], values: [b]}}", "", "pair"),
               test::rule_for("{text: {pattern: x}}", "", "text")};
  return set;
}

std::vector<std::string> kept(std::vector<Finding> findings) {
  scanner::collapse(findings, three_rules());
  std::vector<std::string> out;
  for (const Finding& finding : findings) out.push_back(finding.rule_id + ":" + std::to_string(finding.where.line));
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("of overlapping findings the most specific one stays") {
  CHECK(kept({finding_at("text", 3), finding_at("pair", 3), finding_at("call", 1, 5)}) == List{"call:1"});
  CHECK(kept({finding_at("text", 3), finding_at("pair", 4)}) == List{"text:3", "pair:4"});
  CHECK(kept({finding_at("pair", 3), finding_at("pair", 3)}) == List{"pair:3"});
}

TEST_CASE("what is real comes before a mention, whatever its rule") {
  CHECK(kept({finding_at("call", 3, 3, Kind::mention), finding_at("text", 3)}) == List{"text:3"});
}

TEST_CASE("the one that stays takes over what it does not know") {
  std::vector<Finding> findings = {finding_at("call", 1, 5), finding_at("pair", 3)};
  findings[1].client_id = "desk";
  findings[1].idp = "keycloak";
  findings[0].idp = "entra";
  scanner::collapse(findings, three_rules());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].client_id == "desk");
  CHECK(findings[0].idp == "entra");
}

TEST_CASE("statements far apart on one endless line are several sites") {
  std::vector<Finding> findings = {finding_at("pair", 1), finding_at("pair", 1)};
  findings[1].where.column = 5000;
  findings[1].where.end_column = 5020;
  scanner::collapse(findings, three_rules());
  CHECK(findings.size() == 2);
}

TEST_CASE("the order of arrival does not count") {
  const std::vector<Finding> one = {finding_at("text", 3), finding_at("pair", 9), finding_at("call", 1, 5)};
  const std::vector<Finding> other = {one[2], one[0], one[1]};
  CHECK(kept(one) == kept(other));
}
