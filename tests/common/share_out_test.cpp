#include "common/share_out.h"

#include <algorithm>
#include <numeric>

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("each number is handed out once, whatever the number of threads") {
  for (const unsigned jobs : {1U, 2U, 8U}) {
    std::vector<int> taken(1000, 0);
    share_out(taken.size(), jobs, [&](const auto& next) {
      while (const auto number = next()) ++taken[*number];
    });
    CHECK(std::accumulate(taken.begin(), taken.end(), 0) == 1000);
    CHECK(std::count(taken.begin(), taken.end(), 1) == 1000);
  }
}

TEST_CASE("nothing to hand out is no work") {
  int calls = 0;
  share_out(0, 8, [&](const auto& next) { calls += next() ? 1 : 0; });
  CHECK(calls == 0);
}
