#include "tests/real/comparison.h"

#include "tests/support/catch.h"

using namespace ropc;
using nlohmann::json;

namespace {

const json kForm = json::parse(R"({
  "rows": [{"tenant": "shop", "clientId": "one", "success": 2, "failure": 1, "blocked": 1, "users": 1}],
  "optional": [{"tenant": "shop", "clientId": "two", "failure": 1}],
  "either": {"one": 1}, "ignore": ["noise"], "tenants": {"shop": "id-of-shop"}})");

Report with(const std::string& tenant, const std::string& client, OutcomeCounts counts, std::uint64_t users) {
  Report report;
  ClientRecord& record = report.clients.emplace_back();
  record.key = {"keycloak", tenant, client};
  record.usage.emplace();
  record.usage->total = counts;
  record.usage->users = users;
  return report;
}

}  // namespace

TEST_CASE("equal counts are no difference, under the tenant's name or id") {
  CHECK(test::differences(kForm, with("shop", "one", {2, 1, 1}, 1)).empty());
  CHECK(test::differences(kForm, with("id-of-shop", "one", {2, 1, 1}, 1)).empty());
  CHECK(test::differences(kForm, with("shop", "one", {2, 2, 0}, 1)).empty());
}

TEST_CASE("every other count is a difference") {
  for (const OutcomeCounts counts : {OutcomeCounts{3, 1, 1}, OutcomeCounts{2, 3, 1}, OutcomeCounts{2, 1, 3}, OutcomeCounts{1, 1, 1}})
    CHECK(test::differences(kForm, with("shop", "one", counts, 1)).size() == 1);
  CHECK(test::differences(kForm, with("shop", "one", {2, 1, 1}, 2)).size() == 1);
  CHECK(test::differences(kForm, with("else", "one", {2, 1, 1}, 1)).size() == 2);
  CHECK(test::differences(kForm, with("shop", "other", {2, 1, 1}, 1)).size() == 2);
  CHECK(test::differences(kForm, Report{}).size() == 1);
}
