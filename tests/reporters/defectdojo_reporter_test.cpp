#include <set>

#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

namespace {

Json findings_of(const Report& report) { return Json::parse(defectdojo_report(report, {}))["findings"]; }

}  // namespace

TEST_CASE("no key is outside the importer's list, which would refuse the file") {
  const std::set<std::string> allowed = {"title",  "severity", "description",   "mitigation",      "references", "cwe",
                                         "date",   "active",   "risk_accepted", "file_path",       "line",       "static_finding",
                                         "service", "nb_occurences", "dynamic_finding", "component_name",
                                         "unique_id_from_tool", "vuln_id_from_tool"};
  for (const Report& report : {test::three_clients(), test::hostile()})
    for (const Json& finding : findings_of(report)) {
      for (const auto& [key, value] : finding.items()) CHECK(allowed.contains(key));
      for (const char* key : {"title", "severity", "description"}) CHECK_FALSE(finding[key].get<std::string>().empty());
    }
}

TEST_CASE("identifiers are unique in a report") {
  for (const Report& report : {test::three_clients(), test::hostile()}) {
    std::set<std::string> ids;
    const Json findings = findings_of(report);
    for (const Json& finding : findings) ids.insert(finding["unique_id_from_tool"].get<std::string>());
    CHECK(ids.size() == findings.size());
  }
}

TEST_CASE("an accepted suppression is a risk taken, a live client counts its sign-ins") {
  const Json findings = findings_of(test::three_clients());
  CHECK(findings[0]["nb_occurences"] == 7);
  CHECK(findings[0]["dynamic_finding"] == true);
  CHECK(findings[0]["date"] == "2026-02-01");
  std::size_t accepted = 0;
  for (const Json& finding : findings)
    if (finding.value("risk_accepted", false)) {
      ++accepted;
      CHECK(finding["active"] == false);
    }
  CHECK(accepted == 1);
}
