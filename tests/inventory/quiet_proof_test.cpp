#include "inventory/quiet_proof.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;
using Verdict = QuietProof::Verdict;

namespace {

constexpr std::int64_t kDay = 86'400'000'000'000;
const std::int64_t kFirst = days_from_civil(2026, 1, 1);

/// A log that shows successes from one day of January 2026 to another.
LogCoverage log(std::int64_t first, std::int64_t last, const std::string& tenant = "shop") {
  LogCoverage c;
  c.idp = "keycloak";
  c.tenant = tenant;
  c.records = 10;
  c.from.ns = (kFirst + first - 1) * kDay;
  c.to.ns = (kFirst + last - 1) * kDay + 1;
  c.success_days = {{kFirst + first - 1, kFirst + last - 1}};
  return c;
}

ClientRecord client(const std::string& day, OutcomeCounts seen, const std::string& tenant = "shop") {
  ClientRecord c;
  c.key = {"keycloak", tenant, "till"};
  c.status = ClientStatus::in_use;
  c.usage.emplace();
  if (!day.empty()) c.usage->by_day[day] = seen;
  return c;
}

QuietProof proof(const Report& report, std::int64_t days = 14) {
  const auto proofs = prove_quiet(report, days, std::nullopt);
  REQUIRE(proofs.size() == 1);
  return proofs.front();
}

}  // namespace

TEST_CASE("quiet days are proven when each could have shown a sign-in") {
  Report report;
  report.coverage = {log(1, 31)};
  report.clients = {client("2026-01-10", {5, 0, 0})};
  CHECK(proof(report).verdict == Verdict::quiet);
  CHECK(proof(report).window == DayRange{kFirst + 17, kFirst + 30});
  CHECK(proof(report, 21).verdict == Verdict::quiet);
  CHECK(proof(report, 22).verdict == Verdict::used);
}

TEST_CASE("an attempt that only fails is use, one that is refused is not") {
  Report report;
  report.coverage = {log(1, 31)};
  report.clients = {client("2026-01-30", {0, 1, 0})};
  CHECK(proof(report).verdict == Verdict::used);
  REQUIRE(proof(report).users.size() == 1);
  report.clients = {client("2026-01-30", {0, 0, 9})};
  CHECK(proof(report).verdict == Verdict::quiet);
  report.clients = {client("2026-01-30", {0, 1, 0})};
  report.clients[0].status = ClientStatus::noise;
  CHECK(proof(report).verdict == Verdict::quiet);
}

TEST_CASE("days that no log covers prove nothing, and are named") {
  Report report;
  report.coverage = {log(1, 20), log(24, 31)};
  const QuietProof p = proof(report);
  CHECK(p.verdict == Verdict::unproven);
  CHECK(p.blind == std::vector<DayRange>{{kFirst + 20, kFirst + 22}});
  report.coverage[0].success_days.clear();  // its successes cannot be seen
  CHECK(proof(report).blind == std::vector<DayRange>{{kFirst + 17, kFirst + 22}});
  report.coverage.push_back(log(10, 25));
  CHECK(proof(report).verdict == Verdict::quiet);
}

TEST_CASE("without any log, or beyond its end, nothing is proven") {
  Report report;
  report.clients = {client("", {})};
  CHECK(proof(report).verdict == Verdict::unproven);
  report.coverage = {log(1, 31)};
  const auto later = prove_quiet(report, 14, kFirst + 31);
  REQUIRE(later.size() == 1);
  CHECK(later[0].verdict == Verdict::unproven);
  CHECK(later[0].blind == std::vector<DayRange>{{kFirst + 31, kFirst + 31}});
}

TEST_CASE("each tenant has its own proof; a log without a tenant speaks for those that no log names") {
  Report report;
  report.coverage = {log(1, 31), log(1, 31, "")};
  report.clients = {client("", {}, "partners"), client("2026-01-31", {1, 0, 0})};
  const auto proofs = prove_quiet(report, 14, std::nullopt);
  REQUIRE(proofs.size() == 2);  // nobody signed in without a tenant, so there is none without a name
  CHECK(proofs[0].tenant == "partners");
  CHECK(proofs[0].verdict == Verdict::quiet);
  CHECK(proofs[1].verdict == Verdict::used);
}

TEST_CASE("code that names a client of no known tenant keeps the end unproven") {
  Report report;
  report.coverage = {log(1, 31)};
  ClientRecord c;
  c.key.client_id = "somewhere";
  c.status = ClientStatus::code_only;
  report.clients = {c};
  const auto proofs = prove_quiet(report, 14, std::nullopt);
  REQUIRE(proofs.size() == 2);
  CHECK(proofs[0].verdict == Verdict::unproven);
  CHECK(proofs[1].verdict == Verdict::quiet);
}
