#include "reporters/rule_book.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("a rule is the report's, else made of the finding") {
  const Report report = test::three_clients();
  RuleBook book(report);
  Finding f = report.unattributed.back();
  CHECK(book.of(f).title == "Token request with a user's password");
  f.rule_id = "other";
  CHECK(book.of(f).title == "other");
  CHECK(book.of(f).level == f.level);
}

TEST_CASE("weaknesses are read off tags; only a mention may have none") {
  RuleInfo rule;
  rule.tags = {"external/cwe/cwe-522", "oauth", "external/cwe/cwe-522", "external/cwe/cwe-798", "external/cwe/cwe-x", "external/cwe/cwe-"};
  CHECK(weaknesses_of(rule) == std::vector<unsigned>{522, 798});
  rule.tags.clear();
  CHECK(weaknesses_of(rule) == std::vector<unsigned>{1390});
  rule.kind = Kind::mention;
  CHECK(weaknesses_of(rule).empty());
}

TEST_CASE("only plain web addresses count as such") {
  CHECK(is_web_address("https://www.rfc-editor.org/rfc/rfc9700#section-2.4"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("https://example.com/ x"));
  CHECK_FALSE(is_web_address("https://example.com/<b>"));
}

TEST_CASE("explanations are paragraphs of plain lines") {
  RuleInfo rule;
  rule.message = "One.";
  rule.explain = "Two\nlines.\n\n\nThree \x1b[31m.";
  CHECK(explanation_of(rule) == "One.\n\nTwo lines.\n\nThree \\x1b[31m.");
  CHECK(explanation_of({}) == "This rule has no explanation.");
  CHECK_FALSE(remedy_of({}).empty());
}

TEST_CASE("a message stands alone and names its client") {
  Finding f;
  f.message = "The grant is on";
  CHECK(message_of(f) == "The grant is on.");
  f.client_id = "shop\ncli";
  CHECK(message_of(f) == "The grant is on. Client: shop\\x0acli.");
  f.client_id = "";
  CHECK(message_of(f) == "The grant is on.");
  f.message.clear();
  CHECK(message_of(f) == "No message.");
}

TEST_CASE("a description does not repeat itself") {
  Finding f;
  f.message = "The grant is on.";
  RuleInfo rule;
  rule.message = "The grant is on.";
  CHECK(description_of(f, rule) == "The grant is on.");
  rule.explain = "It should be off.";
  CHECK(description_of(f, rule) == "The grant is on.\n\nIt should be off.");
}

TEST_CASE("identifiers are stable and unique in a document") {
  CHECK(uuid_of("a") == uuid_of("a"));
  CHECK(uuid_of("a") != uuid_of("b"));
  CHECK(uuid_of("a").size() == 36);
  CHECK(uuid_of("a")[14] == '5');
  UniqueIds ids;
  CHECK(ids("x") == "x");
  CHECK(ids("x") == "x-2");
  CHECK(ids("x-2") == "x-2-2");
  CHECK(ids("x") == "x-3");
}
