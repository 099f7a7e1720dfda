#include "reporters/summary.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("the summary counts clients without noise and findings without suppressed ones") {
  const Summary s = summarize(test::three_clients());
  CHECK(s.clients == 3);
  CHECK(s.sign_ins == 1211);
  CHECK(s.by_status.at(ClientStatus::noise) == 1);
  CHECK(s.errors == 3);
  CHECK(s.warnings == 1);
  CHECK(s.notes == 1);
  CHECK(s.nameless == 1);
  CHECK(s.suppressed == 1);
  CHECK(clients_sentence(s) ==
        "3 OAuth clients: 2 in use, 1 enabled but not seen; 1,211 successful sign-ins with a password");
  CHECK(findings_sentence(s) == "5 findings in code and configuration: 3 errors, 1 warning, 1 note; 1 suppressed");
}

TEST_CASE("findings are counted by kind") {
  const KindCounts counts = count_kinds(test::three_clients().clients.back().code);
  CHECK(counts.request == 2);
  CHECK(counts.enable == 1);
  CHECK(counts.real() == 3);
}

TEST_CASE("exports are named by the files of the facts") {
  const std::vector<ExportCoverage> exports = exports_of(test::three_clients());
  REQUIRE(exports.size() == 1);
  CHECK(exports[0].path == "idp/realm-shop.json");
  CHECK(exports[0].tenant == "shop");
  CHECK(exports[0].clients == 2);
}

TEST_CASE("what was not read is said") {
  CHECK(blind_spots(test::empty_report()).size() == 3);
  Report report = test::three_clients();
  CHECK(blind_spots(report) == std::vector<std::string>{
                                   "Of the code, not every file could be looked into: 12 skipped (8 binary, 4 too large)."});
  for (LogCoverage& c : report.coverage) c.successes_visible = false;
  CHECK(blind_spots(report).front() == "None of the logs that were read can show a successful sign-in.");
}
