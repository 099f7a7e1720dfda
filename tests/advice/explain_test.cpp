#include "advice/explain.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using test::any_text;
using test::Record;

TEST_CASE("the chain goes from inputs over rules to the flow") {
  const auto r = test::advised(Record("x").code("cli/a.py", CredentialSource::prompt).used(60, 9, 20).get());
  const auto lines = advice::chain_of(r);
  REQUIRE(lines.size() > 5);
  CHECK(any_text(lines, "the person is there when the token is asked for: yes (certain)"));
  CHECK(any_text(lines, "cli/a.py:12"));
  CHECK(any_text(lines, "there is a browser where it runs: not known"));
  CHECK(any_text(lines, "R-08 may fit (authcode_pkce): browser_on_device is not known"));
  CHECK(lines.back() == "so: Not decided yet (tentative)");
}

TEST_CASE("hostile paths stay on their line") {
  const auto r = test::advised(Record("x").code("ios/a\n.swift", CredentialSource::parameter).get());
  for (const std::string& line : advice::chain_of(r)) CHECK(line.find('\n') == std::string::npos);
}
