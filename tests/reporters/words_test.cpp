#include "reporters/words.h"

#include <algorithm>

#include "common/timestamp.h"
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
  s.units = {{"a.c", "full", "", 0}, {"b.c", "text only", "its program is missing", 0}, {"c.c", "full", "", 2}};
  CHECK(coverage_text(s) == "2 files (10 B) listed, 0 looked into; none skipped; of C, C++ and Objective-C seen: 2 full, 1 text only (its program is missing)");
}

TEST_CASE("the logs of a tenant in short") {
  CHECK(watched_text({}).empty());
  LogCoverage text;
  text.format = "keycloak-text";
  CHECK(watched_text({&text}) == "logs without a time were read (keycloak-text); they cannot show a successful sign-in");
  text.days = 31;
  text.from = parse_iso8601("2026-01-05T08:00:00Z")->at;
  text.to = parse_iso8601("2026-02-04T08:00:00Z")->at;
  LogCoverage events = text;
  events.format = "keycloak-events";
  events.days = 3;
  events.to = parse_iso8601("2026-02-05T08:00:00Z")->at;
  events.successes_visible = true;
  CHECK(watched_text({&text, &events}) == "31 days of logs were read, 2026-01-05 to 2026-02-05 (keycloak-events, keycloak-text)");
}

TEST_CASE("a first sentence ends where the next one begins") {
  CHECK(first_sentence("Ask the owner: is it used? If it is: change it.") == "Ask the owner: is it used?");
  CHECK(first_sentence("Change it (src/a.py:3 and b. c). Then look.") == "Change it (src/a.py:3 and b. c).");
  CHECK(first_sentence("One sentence.") == "One sentence.");
  CHECK(first_sentence("").empty());
}

TEST_CASE("a question that the next step asks is not asked twice") {
  Recommendation r;
  r.next_step = "Ask the owner: Is it used?";
  r.questions = {"Is it used?", "Where does it run?"};
  const auto open = open_questions(r);
  REQUIRE(open.size() == 1);
  CHECK(*open[0] == "Where does it run?");
}

TEST_CASE("advice says how sure it is, but not of what is to be decided") {
  Recommendation r;
  CHECK(how_sure(r).empty());
  r.flow = "device";
  r.effort = "days";
  CHECK(how_sure(r) == " (how sure: possible; effort: days)");
  CHECK(title_of_phase("off") == "Switch the password grant off");
  CHECK(title_of_phase("x").empty());
}

TEST_CASE("a client with a bare GUID goes by its name") {
  ClientRecord c;
  c.name = "Payroll";
  CHECK(called(c) == "(client not named)");
  c.key.client_id = "payroll-2";
  CHECK(called(c) == "payroll-2");
  c.key.client_id = "8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f01";
  CHECK(called(c) == "Payroll");
  CHECK(home_words({}) == "not known");
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
