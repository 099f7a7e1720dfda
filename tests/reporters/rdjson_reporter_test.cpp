#include "common/text.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("each line is one diagnostic, in bytes") {
  const std::string text = rdjsonl_report(test::three_clients(), {});
  const auto lines = split(trim(text), '\n');
  REQUIRE(lines.size() == 5);
  const Json first = Json::parse(lines[0]);
  CHECK(first["location"]["range"]["start"] == Json({{"line", 41}, {"column", 3}}));
  CHECK(first["severity"] == "ERROR");
  const Json last = Json::parse(lines[4]);
  CHECK(last["location"]["range"] == Json({{"start", {{"line", 120}}}}));
}

TEST_CASE("hostile text stays inside its line") {
  const std::string text = rdjsonl_report(test::hostile(), {});
  for (const std::string_view line : split(trim(text), '\n')) CHECK(Json::parse(line)["source"]["name"] == "ropc-audit");
  CHECK(rdjsonl_report(test::empty_report(), {}).empty());
}
