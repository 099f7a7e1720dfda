#include "scanner/fingerprint.h"

#include "tests/scanner/finding_for.h"
#include "tests/support/catch.h"

using namespace ropc;
using test::finding_at;

namespace {

std::string fingerprint(Finding finding) {
  std::vector<Finding> one = {std::move(finding)};
  scanner::set_fingerprints(one);
  return one[0].fingerprint;
}

}  // namespace

TEST_CASE("a fingerprint survives moved lines and other blanks, not another rule or file") {
  Finding finding = finding_at("a", 3);
  Finding moved = finding;
  moved.where.line = 90;
  moved.excerpt = redact("line  3");
  CHECK(fingerprint(finding) == fingerprint(moved));
  CHECK(fingerprint(finding).size() == 32);
  Finding other = finding;
  other.rule_id = "b";
  CHECK(fingerprint(finding) != fingerprint(other));
  other = finding;
  other.where.path = "b.py";
  CHECK(fingerprint(finding) != fingerprint(other));
}

TEST_CASE("equal lines are numbered") {
  std::vector<Finding> two = {finding_at("a", 3), finding_at("a", 3)};
  scanner::set_fingerprints(two);
  CHECK(two[0].fingerprint != two[1].fingerprint);
}
