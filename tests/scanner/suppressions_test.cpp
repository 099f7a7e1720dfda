#include "scanner/suppressions.h"

#include "scanner/make_document.h"
#include "tests/scanner/finding_for.h"
#include "tests/scanner/rules_for.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

struct Outcome {
  std::optional<std::string> reason;
  std::vector<std::string> complaints;
};

/// What becomes of a finding of rule "demo" on a line of a text.
Outcome outcome(const std::string& text, std::uint32_t line) {
  const Document document = make_document("a.py", text);
  std::vector<Finding> findings = {test::finding_at("demo", line)};
  Outcome out;
  for (const Diagnostic& d : apply_suppressions(document, test::password_grant_rules(), findings))
    out.complaints.push_back(std::to_string(d.where.line) + ": " + d.message);
  out.reason = findings[0].suppressed;
  return out;
}

}  // namespace

TEST_CASE("a comment with a reason hides a finding on its line or below") {
  CHECK(outcome("x = 1  # ropc-audit:ignore[demo] legacy till, ends in May\n", 1).reason == "legacy till, ends in May");
  CHECK(outcome("# ropc-audit:ignore[demo] why\nx = 1\n", 2).reason == "why");
  CHECK(outcome("/* ropc-audit:ignore[other, demo] why */\nx = 1\n", 2).reason == "why");
  CHECK(outcome("<!-- ropc-audit:ignore[demo]: why -->\n<x/>\n", 2).reason == "why");
  CHECK(outcome("# ropc-audit:ignore[demo] why\n\nx = 1\n", 3).reason == std::nullopt);
}

TEST_CASE("comments may stand on top of each other") {
  const auto both = outcome("# ropc-audit:ignore[demo] first\n# ropc-audit:ignore[demo2] second\nx\n", 3);
  CHECK(both.reason == "first");
}

TEST_CASE("without a reason, a rule or a known id it is not honoured, and that is told") {
  const auto silent = outcome("# ropc-audit:ignore[demo]\nx\n", 2);
  CHECK(silent.reason == std::nullopt);
  CHECK(silent.complaints == std::vector<std::string>{
      "1: this suppression gives no reason and is not honoured: write the reason after the bracket"});
  CHECK(outcome("# ropc-audit:ignore all of it\nx\n", 2).complaints.size() == 1);
  CHECK(outcome("# ropc-audit:ignore[nope] why\nx\n", 2).complaints ==
        std::vector<std::string>{"1: this suppression names a rule that does not exist: see ropc-audit rules list"});
  CHECK(outcome("/* ropc-audit:ignore[demo] */\nx\n", 2).reason == std::nullopt);
}
