#include "inventory/evidence_store.h"

#include "common/embedded.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::inventory;

namespace {
std::unique_ptr<Database> memory() {
  auto database = Database::open(":memory:");
  REQUIRE(database);
  (*database)->execute(embedded::migration_files().front().text);
  return std::move(*database);
}
}  // namespace

TEST_CASE("a finding comes back whole") {
  const auto database = memory();
  EvidenceStore store(*database);
  Finding f;
  f.rule_id = "r";
  f.kind = Kind::enable;
  f.level = Level::warning;
  f.confidence = Confidence::certain;
  f.where = {"a/b.py", 3, 5, 4, 9};
  f.excerpt = redact("password = \"hunter2\"");
  f.client_id = "till";
  f.scopes = {"openid", "email"};
  f.password_from = CredentialSource::environment;
  f.related = {{{"c.py", 1, 1, 1, 4}, "defined here", redact("X = 1")}};
  f.flow = f.related;
  f.fingerprint = "f1";
  f.line_hash = "bf1227d6bc2f2f08:1";
  f.utf16_column = 4;
  f.utf16_end_column = 8;
  store.begin_input("tree", "shop");
  store.add(f);
  store.commit_input(ScanCoverage{});
  const auto findings = store.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].related == f.related);
  CHECK(findings[0].flow == f.flow);
  CHECK(findings[0].scopes == f.scopes);
  CHECK(findings[0].where == f.where);
  CHECK(findings[0].excerpt == f.excerpt);
  CHECK(findings[0].client_id == f.client_id);
  CHECK_FALSE(findings[0].tenant);
  CHECK(findings[0].password_from == CredentialSource::environment);
  CHECK(findings[0].line_hash == f.line_hash);
  CHECK(findings[0].utf16_column == 4);
  CHECK(findings[0].utf16_end_column == 8);
}

TEST_CASE("reading an input again replaces it, an abandoned one changes nothing") {
  const auto database = memory();
  EvidenceStore store(*database);
  const auto read = [&](const std::string& value, bool commit) {
    store.begin_input("export", "realm.json");
    IdpFact fact;
    fact.client = {"keycloak", "shop", "till"};
    fact.value = value;
    store.add(fact);
    if (commit)
      store.commit_input({});
    else
      store.abandon_input();
  };
  read("allowed", true);
  read("blocked", true);
  read("unknown", false);
  const auto facts = store.facts();
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "blocked");
}
