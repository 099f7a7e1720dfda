#include <array>
#include <map>
#include <tuple>

#include <nlohmann/json.hpp>

#include "cli/exit_code.h"
#include "common/file_bytes.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"
#include "tests/support/program.h"
#include "tests/support/source_tree.h"
#include "tests/support/temp_folder.h"

// The whole line over samples/shop, as its README promises it.

using namespace ropc;

namespace {

constexpr const char* kAudit = "audit --code samples/shop --logs samples/shop/logs --idp samples/shop/idp ";

nlohmann::json json_of(const std::string& text) { return nlohmann::json::parse(text, nullptr, false); }

std::string text_of(const std::filesystem::path& path) {
  auto text = read_file(path.string(), 64U << 20U);
  REQUIRE(text);
  return *text;
}

using Key = std::tuple<std::string, std::string, std::string>;

/// A member's text; empty where it is null.
std::string text_at(const nlohmann::json& json, const char* name) {
  const auto& member = json.at(name);
  return member.is_string() ? member.get<std::string>() : std::string();
}

Key key_of(const nlohmann::json& client) {
  return {text_at(client, "idp"), text_at(client, "tenant"), text_at(client, "clientId")};
}

/// success, failure, blocked, users
using Counts = std::array<int, 4>;

Counts counts_of(const nlohmann::json& usage) {
  return {usage.at("success"), usage.at("failure"), usage.at("blocked"), usage.at("users")};
}

}  // namespace

TEST_CASE("every sign-in of the shop's logs is counted once") {
  const auto ran = test::program(std::string(kAudit) + "--format clients-json 2>/dev/null");
  REQUIRE(ran.code == cli::kFindings);
  const auto table = json_of(ran.out);
  REQUIRE(table.is_object());
  std::map<Key, Counts> have;
  for (const auto& client : table["clients"])
    if (!client["usage"].is_null() && counts_of(client["usage"]) != Counts{}) have[key_of(client)] = counts_of(client["usage"]);
  std::map<Key, Counts> want;
  const auto truth = json_of(text_of(test::source_dir() / "samples/shop/expected/truth.json"));
  for (const auto& client : truth)
    want[key_of(client)] = counts_of(client);
  CHECK(have.size() >= want.size());
  for (const auto& [key, counts] : want) {
    INFO(std::get<1>(key) << " " << std::get<2>(key));
    CHECK(have[key] == counts);
  }
}

TEST_CASE("the planted clients have the status that was planted") {
  const auto ran = test::program(std::string(kAudit) + "--format clients-json 2>/dev/null");
  std::map<std::pair<std::string, std::string>, std::string> status;
  const auto table = json_of(ran.out);
  for (const auto& client : table["clients"])
    status[{text_at(client, "tenant"), text_at(client, "clientId")}] = text_at(client, "status");
  const std::string tenant = "2d6c1f0e-8a3b-4c5d-9e7f-1a2b3c4d5e6f";
  CHECK(status[{"shop", "shop-cli"}] == "in-use");
  CHECK(status[{"shop", "report-desk"}] == "in-use");
  CHECK(status[{"shop", "price-import"}] == "contradiction");
  CHECK(status[{"shop", "warehouse-scanner"}] == "blocked");
  CHECK(status[{"shop", "loyalty-kiosk"}] == "enabled-unused");
  CHECK(status[{"shop", "till-classic"}] == "disabled");
  CHECK(status[{"master", "admin-cli"}] == "in-use");
  CHECK(status[{"partners", "partner-feed"}] == "not-observable");
  CHECK(status[{"partners", "partner-portal"}] == "not-observable");
  CHECK(status[{tenant, "8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f01"}] == "in-use");
  CHECK(status[{tenant, "45c48cce-2e2d-4fbd-8a1b-6d7e8f9a0b03"}] == "blocked");
  CHECK(status[{"", "returns-portal"}] == "code-only");
  CHECK(status[{"", "giftcard-till"}] == "code-only");
  CHECK(status[{"refunds", "giftcard-refund"}] == "code-only");
  CHECK_FALSE(status.contains({"", ""}));
}

TEST_CASE("code is joined to the client that it signs in as") {
  const auto ran = test::program(std::string(kAudit) + "--format clients-json 2>/dev/null");
  const auto table = json_of(ran.out);
  std::map<std::string, int> requests;  // by client id, over all tenants
  for (const auto& client : table["clients"]) requests[text_at(client, "clientId")] += client["code"]["request"].get<int>();
  for (const char* client : {"shop-cli", "nightly-settlement", "shop-mobile", "stock-sensord", "warehouse-scanner", "returns-portal",
                             "giftcard-till", "giftcard-refund", "8f14e45f-ceea-4b7a-9c3d-5d2a1e0b9f01"}) {
    INFO(client);
    CHECK(requests[client] == 1);
  }
  CHECK(requests["ci-deploy"] == 2);
  CHECK(requests["report-desk"] == 0);
}

TEST_CASE("no place of this machine stands in a report of relative paths") {
  const auto ran = test::program(std::string(kAudit) + "--format json 2>/dev/null");
  CHECK(ran.out.find(test::source_dir().string()) == std::string::npos);
}

TEST_CASE("the shop's reports are as they were read and found good") {
  const test::TempFolder folder;
  const auto ran = test::program(std::string(kAudit) + "-o " + test::quoted(folder.path()) + " 2>/dev/null >/dev/null");
  REQUIRE(ran.code == cli::kFindings);
  for (const char* name : {"report.md", "report.txt", "clients.csv"})
    test::check_golden(std::string("shop/") + name, text_of(folder.path() / name));
}

TEST_CASE("the same inputs give the same bytes for any number of threads") {
  const auto one = test::program("scan samples/shop --jobs 1 --format json --quiet 2>/dev/null");
  const auto eight = test::program("scan samples/shop --jobs 8 --format json --quiet 2>/dev/null");
  CHECK(one.code == cli::kFindings);
  CHECK(one.out == eight.out);
}
