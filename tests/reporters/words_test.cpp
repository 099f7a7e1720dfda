#include "reporters/words.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("numbers are counted in English") {
  CHECK(count_of(1, "client") == "1 client");
  CHECK(count_of(0, "client") == "0 clients");
  CHECK(count_of(1'204'733, "client") == "1,204,733 clients");
  CHECK(number_of(999) == "999");
  CHECK(number_of(1000) == "1,000");
  CHECK(bytes_of(999) == "999 B");
  CHECK(bytes_of(999'999) == "1.0 MB");
  CHECK(bytes_of(268'435'456) == "268.4 MB");
}

TEST_CASE("every status has its own words and urgency") {
  std::vector<std::string_view> titles;
  std::vector<int> urgencies;
  for (int i = 0; i <= static_cast<int>(ClientStatus::unknown); ++i) {
    const auto status = static_cast<ClientStatus>(i);
    CHECK_FALSE(meaning_of(status).empty());
    titles.push_back(title_of(status));
    urgencies.push_back(urgency_of(status));
  }
  std::sort(titles.begin(), titles.end());
  std::sort(urgencies.begin(), urgencies.end());
  CHECK(std::adjacent_find(titles.begin(), titles.end()) == titles.end());
  CHECK(std::adjacent_find(urgencies.begin(), urgencies.end()) == urgencies.end());
  CHECK(urgency_of(ClientStatus::in_use) == 0);
}

TEST_CASE("use is never claimed to be absent where it could not be seen") {
  ClientUsage usage;
  CHECK(usage_of(usage, true) == "no password sign-in seen");
  CHECK(usage_of(usage, false) == "no failed attempt seen; successful ones cannot be seen");
  usage.total.failure = 3;
  usage.days = 1;
  CHECK(usage_of(usage, false) == "successful sign-ins cannot be seen, 3 failed, 0 refused; on 1970-01-01");
  CHECK(usage_of(usage, true) == "0 successful sign-ins by 0 users, 3 failed, 0 refused; on 1970-01-01");
}

TEST_CASE("coverage says what it cannot show") {
  LogCoverage c;
  c.format = "keycloak-text";
  c.files = 1;
  c.records = 5;
  c.why = "only failures are written";
  CHECK(coverage_text(c) ==
        "keycloak-text: 1 file, 5 records, 0 password sign-ins, no record has a time; successes cannot be seen (only "
        "failures are written)");
  ScanCoverage s;
  s.files = 2;
  s.bytes = 10;
  CHECK(coverage_text(s) == "2 files (10 B) listed, 0 looked into; none skipped");
}

TEST_CASE("places, homes, clients and flows have words even when parts are not known") {
  CHECK(place_of({"a.py", 3}) == "a.py:3");
  CHECK(place_of({"a.py"}) == "a.py");
  CHECK(place_of({}).empty());
  CHECK(home_of({"keycloak", "shop", ""}) == "keycloak/shop");
  CHECK(home_of({"", "shop", ""}) == "shop");
  CHECK(home_of({"entra", "", ""}) == "entra");
  CHECK(client_of({}) == "(client not named)");
  Recommendation r;
  CHECK(flow_of(r) == "To be decided");
  r.flow = "remove";
  CHECK(flow_of(r) == "Remove it");
  r.flow = "device";
  CHECK(flow_of(r) == "device");
  r.flow_title = "Device authorization";
  CHECK(flow_of(r) == "Device authorization");
}
