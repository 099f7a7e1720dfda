#include "advice/evidence.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;
using test::Record;

namespace {

Evidence of(const ClientRecord& client, const std::vector<LogCoverage>& coverage = {}) {
  return evidence_of(client, knowledge(), coverage);
}

}  // namespace

TEST_CASE("the most telling thing that the code does counts") {
  CHECK(of(Record("x").get()).given.at("code") == "none");
  CHECK(of(Record("x").code("a", CredentialSource::unknown, "r", Kind::mention).get()).given.at("code") == "describes");
  CHECK(of(Record("x").code("a", CredentialSource::unknown, "r", Kind::implement).get()).given.at("code") == "serves");
  CHECK(of(Record("x").code("a").in_tests().get()).given.at("code") == "tests");
  CHECK(of(Record("x").code("a").in_tests().code("b").get()).given.at("code") == "asks");
}

TEST_CASE("findings in tests come last") {
  const auto client = Record("x").code("a_test.py").in_tests().code("b.py").get();
  const Evidence e = of(client);
  REQUIRE(e.asks.size() == 2);
  CHECK(e.asks.front()->where.path == "b.py");
}

TEST_CASE("a finding that was suppressed with a reason does not ask") {
  ClientRecord client = Record("x").code("a.py").get();
  client.code.front().suppressed = "accepted until June";
  CHECK(of(client).asks.empty());
}

TEST_CASE("the identity provider may be known from the code alone") {
  ClientRecord client = Record("x", ClientStatus::code_only, "").code("a.py").get();
  CHECK(of(client).idp->id == "generic");
  client.code.front().idp = "okta";
  CHECK(of(client).idp->id == "okta");
}

TEST_CASE("only logs that can show successes count as watching") {
  const auto client = Record("x").get();
  CHECK(of(client, test::watched(30)).days_watched == 30);
  auto blind = test::watched(30);
  blind.front().successes_visible = false;
  CHECK(of(client, blind).days_watched == 0);
  auto other = test::watched(30);
  other.front().tenant = "elsewhere";
  CHECK(of(client, other).days_watched == 0);
}

TEST_CASE("words of evidence") {
  CHECK(of(Record("x").code("a.py", CredentialSource::literal).get()).has("literal-password"));
  CHECK_FALSE(of(Record("x").code("a.py", CredentialSource::literal).in_tests().get()).has("literal-password"));
  CHECK(of(Record("x").code("a/x.py").code("b/x.py").code("c/x.py").get()).has("many-places"));
  CHECK_FALSE(of(Record("x").code("a/x.py").code("a/y.py").code("a/z.py").get()).has("many-places"));
}
