#include "logparsers/formats.h"

#include "logparsers/read.h"
#include "tests/logparsers/log_reading.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::logparsers;

TEST_CASE("every sample of every format is recognised by its owner alone") {
  const auto& formats = test::built_in_formats();
  CHECK(formats->all().size() >= 3);
  for (const std::string& fault : test_formats(*formats)) {
    UNSCOPED_INFO(fault);
    CHECK(fault.empty());
  }
  CHECK(list_formats(*formats).front().id < list_formats(*formats).back().id);
}

TEST_CASE("a format of the user's own needs no build") {
  const test::TempFolder folder;
  folder.write("own.yaml", R"(id: own
idp: own-idp
title: Our own server
status: verified
recognise:
  - has: [grant, app]
fields: {time: at, client: app, user: who}
events:
  - {when: {grant: password}, grant: ropc, outcome: success}
samples:
  - {record: '{"grant":"x","app":"a"}'}
)");
  // `when` names a field that is not declared
  const auto wrong = load_formats({folder.path().string()});
  REQUIRE_FALSE(wrong);
  CHECK_THAT(wrong.error().message, Catch::Contains("own.yaml:9") && Catch::Contains("grant"));
}

TEST_CASE("an own format reads its records") {
  const test::TempFolder folder;
  folder.write("own.yaml", R"(id: own
idp: own-idp
title: Our own server
status: verified
recognise:
  - has: [grant, app]
fields: {time: at, client: app, user: who, grant: grant}
events:
  - {when: {grant: password}, grant: ropc, outcome: success}
samples:
  - {record: '{"grant":"password","app":"a","who":"u"}', events: [{client: a, user: "yes"}]}
)");
  const auto formats = load_formats({folder.path().string()});
  REQUIRE(formats);
  CHECK(test_formats(**formats).empty());
  auto options = test::reading_options();
  options.formats = *formats;
  test::CollectingUsage got;
  const ReadSummary s = read_bytes("{\"grant\":\"PASSWORD\",\"app\":\"x\",\"at\":1772439247}\n{\"grant\":\"code\",\"app\":\"x\"}\n", options, got);
  CHECK(s.records == 2);
  REQUIRE(got.events.size() == 1);
  CHECK(got.events[0].client.idp == "own-idp");
}
