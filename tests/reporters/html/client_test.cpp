#include "reporters/html/parts.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("a client's section holds its checklist, evidence and marks") {
  const Report report = test::three_clients();
  const std::string section = html::client(report, report.clients.back(), 1);
  CHECK(section.find("id=\"client-1\"") != std::string::npos);
  CHECK(section.find("<span class=\"badge in-use\">in use</span>") != std::string::npos);
  CHECK(section.find("10 minutes.</label> <span class=\"verify\">check this: not verified</span>") != std::string::npos);
  CHECK(section.find("<code>src/cli/login.py:17</code>") != std::string::npos);
  CHECK(section.find("hunter2") == std::string::npos);
}

TEST_CASE("a section says what was not read of its client") {
  const Report report;
  const std::string section = html::client(report, {}, 2);
  CHECK(section.find("(client not named)") != std::string::npos);
  CHECK(section.find("No sign-in log of this tenant was read; use is unknown.") != std::string::npos);
  CHECK(section.find("No code was read.") != std::string::npos);
}
