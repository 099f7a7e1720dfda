#include "common/text.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("each event has what the class requires, with times in milliseconds") {
  for (const Report& report : {test::three_clients(), test::hostile()}) {
    const std::string text = ocsf_report(report, {});
    for (const std::string_view line : split(trim(text), '\n')) {
      const Json event = Json::parse(line);
      CHECK(event["type_uid"] == event["class_uid"].get<int>() * 100 + event["activity_id"].get<int>());
      for (const char* key : {"category_uid", "severity_id", "time"}) CHECK(event[key].is_number_integer());
      CHECK_FALSE(event["finding_info"]["uid"].get<std::string>().empty());
      CHECK_FALSE(event["remediation"]["desc"].get<std::string>().empty());
    }
  }
  const std::string text = ocsf_report(test::three_clients(), {});
  CHECK(Json::parse(split(text, '\n')[0])["time"] == 1769929212000);  // 2026-02-01T07:00:12Z
}

TEST_CASE("a suppressed finding has the status for it") {
  const std::string text = ocsf_report(test::three_clients(), {});
  std::size_t suppressed = 0;
  for (const std::string_view line : split(trim(text), '\n')) suppressed += Json::parse(line)["status_id"] == 3 ? 1U : 0U;
  CHECK(suppressed == 1);
}

TEST_CASE("the time of the run stands in for evidence without one") {
  Style style;
  style.made_at = parse_iso8601("2026-03-01T10:00:00Z")->at;
  CHECK(Json::parse(split(ocsf_report(test::scan_only(), style), '\n')[0])["time"] == 1772359200000);
}
