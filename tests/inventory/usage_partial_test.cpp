#include "inventory/usage_partial.h"

#include <sstream>

#include "tests/inventory/usage_events.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;
using namespace ropc::test;

namespace {

/// What one piece of an input becomes on its way through another process.
std::string emitted(const std::vector<LogEvent>& events, const std::string& part, bool end = true) {
  std::string out;
  PartialWriter writer([&](std::string_view line) { out += line; });
  writer.begin_input({"-", part});
  writer.add(JoinRules{"joined", {{1, 2, 4, GrantClass::ropc, Outcome::failure}}});
  for (const LogEvent& e : events) writer.add(e);
  writer.add(TenantName{"keycloak", "r1", "Realm \"1\"\n"});
  DayCoverage day;
  day.idp = "keycloak";
  day.tenant = "r1";
  day.format = "keycloak-text";
  day.records = 10;
  day.events = events.size();
  day.shows_success = 1;
  day.why_shown = "shown";
  writer.add(day);
  writer.add(Diagnostic{Diagnostic::Level::warning, "a bad record", {"-", 7, 0, 0, 0}});
  if (end) writer.end_input();
  return out;
}

Result<PartialSummary> merge(const std::string& text, Inventory& inventory) {
  std::istringstream in(text);
  return read_partial(in, "part.jsonl", inventory.usage());
}

}  // namespace

TEST_CASE("pieces that other processes read add up to one input") {
  const auto inventory = empty_inventory();
  const auto two = merge(emitted({refused("x"), signed_in("t1", "u1")}, "a") + emitted({refused("x"), signed_in("t1", "u1")}, "b"), *inventory);
  REQUIRE(two);
  CHECK(two->inputs == 2);
  CHECK(two->events == 4);
  REQUIRE(merge(emitted({refused("y"), signed_in("t2", "u2")}, "c"), *inventory));
  REQUIRE(merge(emitted({refused("y"), signed_in("t2", "u2")}, "c"), *inventory));
  const ClientUsage usage = only_usage(*inventory);
  CHECK(usage.total == OutcomeCounts{2, 3, 0});
  CHECK(usage.users == 2);
  const Report report = inventory->report().value();
  REQUIRE(report.coverage.size() == 1);
  CHECK(report.coverage[0].files == 1);
  CHECK(report.coverage[0].records == 30);
  CHECK(report.coverage[0].tenant == "Realm \"1\"\n");
  CHECK(report.diagnostics.size() == 1);
}

TEST_CASE("every value survives the way") {
  LogEvent e = signed_in("t1");
  e.record = digest_of("r");
  e.client = {"idp", "tenant \xF0\x9F\x9B\x92", "client\"\\\n"};
  e.redirect_uri = "^https://x";
  e.client_name = "name";
  e.zone_known = false;
  e.grant = GrantClass::ropc_with_mfa;
  e.outcome = Outcome::blocked;
  e.error = "why";
  e.source = SourceKind::listener;
  e.aspects = 0xFFFFFFFF;
  e.join_format = "f";
  e.client_rank = 15;
  e.user_rank = 3;
  e.count = 1'000'000'000'000;
  e.origin = UserDigester::without_key()("address", "192.0.2.1");
  e.user_agent = "agent";
  e.resource = "resource";
  e.scope = "openid";
  e.mfa = "none";
  std::string again;
  PartialWriter writer([&](std::string_view line) { again += line; });
  const std::string once = emitted({e}, "p");
  std::istringstream in(once);
  REQUIRE(read_partial(in, "x", writer));
  CHECK(again == once);
}

TEST_CASE("what is cut or not as it is written does not count") {
  const std::string good = emitted({refused("x")}, "a");
  const std::string head = "[\"input\",\"ropc-audit/partial/v1\",\"-\",\"b\"]\n";
  const std::vector<std::string> wrong = {emitted({refused("y")}, "b", false), "hello\n", "[\"event\"]\n", "[\"end\"]\n",
                                          "[\"input\",\"other/v1\",\"-\",\"\"]\n", "[]\n", "[[[\n",
                                          head + "[\"event\",\"zz\"]\n[\"end\"]\n", head + head,
                                          head + "[\"name\",\"a\",\"b\",\"" + std::string(300'000, 'x') + "\"]\n"};
  for (const std::string& bad : wrong) {
    INFO(bad.substr(0, 100));
    const auto inventory = empty_inventory();
    const auto result = merge(good + bad, *inventory);
    REQUIRE_FALSE(result);
    CHECK(result.error().text().find("part.jsonl") != std::string::npos);
    CHECK(only_usage(*inventory).total == OutcomeCounts{0, 1, 0});
  }
}
