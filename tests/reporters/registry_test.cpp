#include "reporters/reporter.h"

#include <algorithm>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("formats are sorted, described, found by id and unique") {
  const auto all = all_reporters();
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
  CHECK(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id == b.id; }) == all.end());
  for (const ReporterEntry& entry : all) {
    CHECK(find_reporter(entry.id) == &entry);
    CHECK_FALSE(entry.summary.empty());
    CHECK_FALSE(entry.extension.empty());
  }
  CHECK(find_reporter("no-such-format") == nullptr);
}

TEST_CASE("every format writes the same bytes twice") {
  for (const ReporterEntry& entry : all_reporters()) {
    std::ostringstream first;
    std::ostringstream second;
    REQUIRE(entry.make()->write(test::hostile(), {}, first));
    REQUIRE(entry.make()->write(test::hostile(), {}, second));
    CHECK(first.str() == second.str());
  }
}

TEST_CASE("a stream that cannot be written to is an error") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const Result<void> written = find_reporter("text")->make()->write(test::empty_report(), {}, out);
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::io);
}
