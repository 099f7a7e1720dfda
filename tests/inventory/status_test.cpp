#include "inventory/status.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {

Evidence evidence(bool code, Evidence::Allowed allowed, OutcomeCounts seen, bool logs = true, bool visible = true) {
  Evidence e;
  e.in_code = code;
  e.allowed = allowed;
  e.seen = seen;
  e.logs_read = logs;
  e.successes_visible = visible;
  return e;
}

ClientStatus status(const Evidence& e) { return verdict_of(e).status; }

constexpr auto yes = Evidence::Allowed::yes;
constexpr auto no = Evidence::Allowed::no;
constexpr auto unknown = Evidence::Allowed::unknown;
constexpr OutcomeCounts none{};
constexpr OutcomeCounts used{5, 1, 0};
constexpr OutcomeCounts failed{0, 3, 0};
constexpr OutcomeCounts refused{0, 0, 3};

}  // namespace

TEST_CASE("a success is use, whatever else is known") {
  for (const bool code : {false, true})
    for (const auto allowed : {yes, unknown}) CHECK(status(evidence(code, allowed, used)) == ClientStatus::in_use);
}

TEST_CASE("a success although the grant is off is a contradiction, not a guess") {
  CHECK(status(evidence(true, no, used)) == ClientStatus::contradiction);
}

TEST_CASE("refused callers are blocked") {
  CHECK(status(evidence(false, no, failed)) == ClientStatus::blocked);
  CHECK(status(evidence(true, unknown, refused)) == ClientStatus::blocked);
}

TEST_CASE("attempts that only fail are still use where a success would have been seen") {
  CHECK(status(evidence(false, yes, failed)) == ClientStatus::in_use);
  CHECK(status(evidence(false, unknown, failed, true, false)) == ClientStatus::not_observable);
}

TEST_CASE("not seen is unused only where it could have been seen") {
  CHECK(status(evidence(false, yes, none)) == ClientStatus::enabled_unused);
  CHECK(status(evidence(true, yes, none)) == ClientStatus::enabled_unused);
  CHECK(status(evidence(false, yes, none, true, false)) == ClientStatus::not_observable);
  CHECK(status(evidence(false, yes, none, false, false)) == ClientStatus::unknown);
}

TEST_CASE("code without an export or with the grant off is code only") {
  CHECK(status(evidence(true, unknown, none, false, false)) == ClientStatus::code_only);
  CHECK(status(evidence(true, no, none)) == ClientStatus::code_only);
}

TEST_CASE("off and unseen is disabled; attacks are noise") {
  CHECK(status(evidence(false, no, none)) == ClientStatus::disabled);
  Evidence spray = evidence(false, yes, failed);
  spray.noise = true;
  CHECK(status(spray) == ClientStatus::noise);
}
