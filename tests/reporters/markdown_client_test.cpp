#include "reporters/markdown.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("facts that are not verified are marked") {
  Report report = test::three_clients();
  ClientRecord& client = report.clients.back();
  const std::string text = markdown_client(report, client, 1);
  CHECK(text.find("- [ ] Set the lifespan of device codes to 10 minutes. **(check this: not verified)**") !=
        std::string::npos);
  client.recommendation.steps[2].verify = false;
  CHECK(markdown_client(report, client, 1).find("check this") == std::string::npos);
}

TEST_CASE("a client without evidence of a kind says so") {
  Report report;
  ClientRecord client;
  client.key.client_id = "x";
  const std::string text = markdown_client(report, client, 7);
  CHECK(text.find("### 7. `x`: unknown") != std::string::npos);
  CHECK(text.find("no sign-in log of this tenant was read; use is unknown") != std::string::npos);
  CHECK(text.find("no configuration of this client was read") != std::string::npos);
  CHECK(text.find("no code was read") != std::string::npos);
}

TEST_CASE("a finding shows its place, certainty and redacted line") {
  CHECK(markdown_finding(test::three_clients().unattributed.back()) ==
        "- `scripts/größe prüfen.sh:3` asks for a token with a user's password (likely; rule "
        "`http-form-password-grant`); the password is from the environment\\\n"
        "  `curl -d grant_type=password -d \"password=$PASSWORD\" \"$URL\"`\n");
}
