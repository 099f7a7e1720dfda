#include "reporters/html/parts.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("text, code and sentences are escaped") {
  CHECK(html::escaped("<b>\"&\x1b") == "&lt;b&gt;&quot;&amp;\\x1b");
  CHECK(html::code("a<b") == "<code>a&lt;b</code>");
  CHECK(html::code("") == "(empty)");
  CHECK(html::prose("set `a<b` to `` x ` y") == "set <code>a&lt;b</code> to `` x ` y");
  CHECK(html::escaped(std::string(10'000, 'w'), 100).size() < 110);
}

TEST_CASE("only plain web addresses become links") {
  CHECK(html::link("more", "https://example.com/?a=1&b=2") ==
        "<a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noopener noreferrer\">more</a>");
  CHECK(html::link("more", "javascript:alert(1)") == "<code>javascript:alert(1)</code>");
}

TEST_CASE("the chart has a group a day, with the days between as gaps, and leaves noise out") {
  const std::string chart = html::chart(test::three_clients());
  CHECK(chart.find("viewBox=\"0 0 31 100\"") != std::string::npos);  // 2026-01-05 to 2026-02-04
  CHECK(chart.find("<title>2026-01-05: 5 successful, 3 refused</title>") != std::string::npos);
  CHECK(chart.find("2026-01-20") == std::string::npos);  // the spray
  CHECK(html::chart(test::empty_report()).empty());
}

TEST_CASE("days that are none, or centuries apart, make no chart") {
  Report report = test::three_clients();
  for (ClientRecord& client : report.clients)
    if (client.usage) client.usage->by_day = {{"not a day", {1, 0, 0}}};
  CHECK(html::chart(report).empty());
  for (ClientRecord& client : report.clients)
    if (client.usage) client.usage->by_day = {{"1800-01-01", {1, 0, 0}}, {"1999-12-31", {1, 0, 0}}, {"2199-01-01", {1, 0, 0}}};
  CHECK(html::chart(report).empty());
}
