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

namespace {

/// What one format of the user's own reads in `log`.
test::CollectingUsage read_with(const std::string& yaml, std::string_view log) {
  const test::TempFolder folder;
  folder.write("own.yaml", yaml);
  const auto formats = load_formats({folder.path().string()});
  if (!formats) FAIL(formats.error().message);
  auto options = test::reading_options();
  options.formats = *formats;
  test::CollectingUsage got;
  (void)read_bytes(log, options, got);
  return got;
}

}  // namespace

TEST_CASE("several records make one sign-in where a format joins them") {
  const auto got = read_with(R"(id: own
idp: own-idp
title: Two records a request
status: verified
recognise:
  - has: [step, request]
fields: {time: at, client: app, user: who, error: why, step: step, request: request}
join:
  key: request
  until: /
  aspects:
    - {name: asked, when: {step: ask}, client: client}
    - {name: granted, when: {step: grant}, user: user}
  rules:
    - {all: [asked, granted], grant: ropc, outcome: success}
samples:
  - record: '{"step":"ask","request":"7/0","app":"a"}'
)",
                             "{\"step\":\"ask\",\"request\":\"7/0\",\"app\":\"a\"}\n{\"step\":\"other\",\"request\":\"7\"}\n"
                             "{\"step\":\"grant\",\"request\":\"7/0/1\",\"who\":\"u\"}\n");
  REQUIRE(got.rules.size() >= 1);
  REQUIRE(got.events.size() == 2);
  CHECK(got.events[0].identity == got.events[1].identity);
  CHECK(got.events[0].aspects == 1);
  CHECK(got.events[0].client.client_id == "a");
  CHECK(got.events[1].aspects == 2);
  CHECK(got.events[1].client.client_id.empty());
  CHECK(got.events[1].user_rank == 2);
}

TEST_CASE("cells between separators, in the order that the file gives") {
  const auto got = read_with(R"(id: own
idp: own-idp
title: Pipes
status: verified
recognise:
  - has: [own.grant, own.app]
separator: "|"
layouts:
  - [own.at, own.app, own.grant]
  - [own.at, own.app, own.grant, ""]
fields: {time: own.at, client: own.app, grant: own.grant}
events:
  - {when: {grant: password}, grant: ropc, outcome: success}
samples:
  - record: "2026-03-02T09:14:07Z| a| password"
)",
                             "2026-03-02T09:14:07Z| a| password\n2026-03-02T09:14:08Z| b| code\n"
                             "2026-03-02T09:14:09Z| c| password| x\none| two\n");
  REQUIRE(got.events.size() == 2);
  CHECK(got.events[0].client.client_id == "a");
  CHECK(got.events[1].client.client_id == "c");
}

TEST_CASE("pairs are fields") {
  const auto got = read_with(R"(id: own
idp: own-idp
title: Pairs
status: verified
recognise:
  - has: [app, grant]
fields: {time: "@head", client: app, grant: grant}
events:
  - {when: {grant: password}, grant: ropc, outcome: success}
samples:
  - record: 'at app=a grant=password'
)",
                             "2026-03-02 09:14:07,311 app=\"a b\" grant=password\n2026-03-02 09:14:08,311 app=b grant=\"x\\\" grant=password\"\n");
  REQUIRE(got.events.size() == 1);
  CHECK(got.events[0].client.client_id == "a b");
  CHECK(got.events[0].at.ns != 0);
}
