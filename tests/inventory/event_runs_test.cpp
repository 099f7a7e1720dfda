#include "inventory/event_runs.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {

/// Adds events named by `names` and gives back their digests as they come out.
std::vector<std::pair<Digest, std::int64_t>> sorted(EventRuns& runs, std::vector<std::pair<Digest, std::int64_t>>& out,
                                                    int names) {
  out.clear();
  for (int i = 0; i < names; ++i) {
    CountedEvent& e = runs.add();
    e = {};
    e.event.identity = digest_of(std::to_string(i * 7919 % (names / 2)));
    e.count = i;
  }
  REQUIRE(runs.finish());
  return out;
}

}  // namespace

TEST_CASE("events come out in the order of their key, whether they fit into memory or not") {
  constexpr int kEvents = 20'000;
  std::vector<std::pair<Digest, std::int64_t>> out;
  const auto take = [&](const CountedEvent& e) { out.emplace_back(e.event.identity, e.count); };
  EventRuns roomy(take);
  const auto at_once = sorted(roomy, out, kEvents);
  REQUIRE(at_once.size() == kEvents);
  CHECK(std::is_sorted(at_once.begin(), at_once.end(), [](const auto& a, const auto& b) { return a.first < b.first; }));
  EventRuns narrow(take, 1000);
  const auto in_runs = sorted(narrow, out, kEvents);
  CHECK(in_runs == at_once);
  CHECK(sorted(narrow, out, kEvents) == at_once);  // and again: nothing is left over
}

TEST_CASE("what was cleared does not come out") {
  std::size_t taken = 0;
  EventRuns runs([&](const CountedEvent&) { ++taken; }, 10);
  for (int i = 0; i < 95; ++i) runs.add().event.identity = digest_of(std::to_string(i));
  runs.clear();
  REQUIRE(runs.finish());
  CHECK(taken == 0);
  runs.add().event.identity = digest_of("x");
  REQUIRE(runs.finish());
  CHECK(taken == 1);
}
