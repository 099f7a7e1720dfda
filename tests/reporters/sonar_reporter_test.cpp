#include <set>

#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("rules and issues keep every rule of the importer, which stops at the first fault") {
  for (const Report& report : {test::three_clients(), test::hostile(), test::empty_report()}) {
    const Json out = Json::parse(sonar_report(report, {}));
    std::set<std::string> rules;
    for (const Json& rule : out["rules"]) {
      for (const char* key : {"id", "name", "engineId", "type", "severity"}) CHECK_FALSE(rule[key].get<std::string>().empty());
      CHECK(rule["impacts"].size() == 1);
      CHECK(rules.insert(rule["id"].get<std::string>()).second);
    }
    for (const Json& issue : out["issues"]) {
      CHECK(rules.contains(issue["ruleId"].get<std::string>()));
      CHECK_FALSE(issue.contains("severity"));
      CHECK_FALSE(issue.contains("type"));
      CHECK_FALSE(issue["primaryLocation"]["message"].get<std::string>().empty());
      CHECK_FALSE(issue["primaryLocation"]["filePath"].get<std::string>().empty());
      if (issue["primaryLocation"].contains("textRange")) CHECK(issue["primaryLocation"]["textRange"]["startLine"] >= 1);
    }
  }
}

TEST_CASE("related places become secondary locations") {
  const Json out = Json::parse(sonar_report(test::three_clients(), {}));
  std::size_t secondary = 0;
  for (const Json& issue : out["issues"])
    if (issue.contains("secondaryLocations")) secondary += issue["secondaryLocations"].size();
  CHECK(secondary == 1);
}
