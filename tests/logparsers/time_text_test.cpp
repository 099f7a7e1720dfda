#include "logparsers/time_text.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::logparsers;

namespace {
std::string utc(std::string_view text) {
  const auto at = parse_time(text);
  return at ? to_iso8601(at->at) + (at->zone_known ? "" : " ?") : "none";
}
}  // namespace

TEST_CASE("times are read in every spelling that logs use") {
  CHECK(utc("2026-03-02T09:14:07.311482+01:00") == "2026-03-02T08:14:07Z");
  CHECK(utc("2023-10-24T20:13:31.4449614Z") == "2023-10-24T20:13:31Z");
  CHECK(utc("2026-03-02 09:14:07,311") == "2026-03-02T09:14:07Z ?");
  CHECK(utc("2026-03-02 09:14:07 UTC") == "2026-03-02T09:14:07Z");
  CHECK(utc("2026-03-02 09:14:07.123 +0200") == "2026-03-02T07:14:07Z");
  CHECK(utc("1772439247") == "2026-03-02T08:14:07Z");
  CHECK(utc("1772439247.311") == "2026-03-02T08:14:07Z");
  CHECK(utc("1772439247311") == "2026-03-02T08:14:07Z");
  CHECK(utc("1772439247311000") == "2026-03-02T08:14:07Z");
  CHECK(utc("1772439247311000000") == "2026-03-02T08:14:07Z");
  CHECK(utc("20260302091407.311") == "2026-03-02T09:14:07Z");
  CHECK(utc("6/15/2026, 12:40:24.178 PM") == "2026-06-15T12:40:24Z ?");
  CHECK(utc("12/12/2025 3:03:58 PM") == "2025-12-12T15:03:58Z ?");
  CHECK(utc("1/9/2007 10:41:00 AM +01:00") == "2007-01-09T09:41:00Z");
  CHECK(utc("01/09/2007 09:41:00") == "2007-01-09T09:41:00Z ?");
  CHECK(utc("12/12/2025 12:03:58 AM") == "2025-12-12T00:03:58Z ?");
  CHECK(utc("21/Nov/2026:13:07:08 +0100") == "2026-11-21T12:07:08Z");
  CHECK(utc("21/Nov/2026:11:12:57.821") == "2026-11-21T11:12:57Z ?");
  CHECK(utc("Sat Nov 21 11:20:56 UTC 2026") == "2026-11-21T11:20:56Z");
  CHECK(utc("Sat Nov 21 11:12:49.277284 2026") == "2026-11-21T11:12:49Z ?");
  CHECK(utc("Sat, 21 Nov 2026 11:20:56 GMT") == "2026-11-21T11:20:56Z");
}

TEST_CASE("what is no time is nothing, and nothing overflows") {
  for (const char* text : {"", "x", "2023-10-10T17:08:65", "13/40/2026 1:00:00 AM", "99999999999999999999", "12345678",
                           "9999999999999999999", "99999999999", "99999999999999", "21/Foo/2026:13:07:08", "25/12",
                           "Sat Nov 31 11:20:56 UTC 2026", "1/9/2007 13:41:00 PM", "2026-03-02T09:14:07 tomorrow"}) {
    INFO(text);
    CHECK(utc(text) == "none");
  }
}

TEST_CASE("syslog times have no year, and sometimes one") {
  std::size_t used = 0;
  CHECK(skip_syslog_time("Nov 21 13:28:40 host", &used));
  CHECK(used == 15);
  CHECK(skip_syslog_time("Nov  1 13:28:40 host", &used));
  CHECK(skip_syslog_time("Nov 21 2026 13:28:40 host", &used));
  CHECK(used == 20);
  CHECK_FALSE(skip_syslog_time("Nobody said anything", &used));
  CHECK_FALSE(skip_syslog_time("Nov 21", &used));
}
