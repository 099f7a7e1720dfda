#include "reporters/json_v1.h"

#include "tests/support/catch.h"
#include "tests/support/sample_report.h"

using namespace ropc;
using namespace ropc::reporters;

TEST_CASE("a client that the log cannot name and a client without logs are null where nothing is known") {
  Report report;
  report.clients.emplace_back();
  const Json client = json_v1::clients(report)["clients"][0];
  CHECK(client["clientId"].is_null());
  CHECK(client["tenant"].is_null());
  CHECK(client["usage"].is_null());
  CHECK(client["status"] == "unknown");
  CHECK(client["idpConfig"] == Json({{"passwordGrant", "unknown"}, {"clientType", "unknown"}}));
  CHECK(client["recommendation"]["flow"] == "decide");
}

TEST_CASE("the table's rows say what the report's clients say") {
  const Report report = test::three_clients();
  const Json table = json_v1::clients(report);
  const Json whole = json_v1::report(report);
  REQUIRE(table["clients"].size() == whole["clients"].size());
  for (std::size_t i = 0; i < table["clients"].size(); ++i)
    for (const char* field : {"idp", "tenant", "clientId", "name", "status", "idpConfig", "code"})
      CHECK(table["clients"][i][field] == whole["clients"][i][field]);
  CHECK(table["coverage"] == whole["coverage"]);
}

TEST_CASE("counts are whole numbers however large") {
  const Json table = json_v1::clients(test::hostile());
  CHECK(table["clients"][0]["usage"]["success"].dump() == "9007199254740993");
}

TEST_CASE("suppressed findings are listed with their reason and not counted") {
  Report report = test::three_clients();
  ClientRecord& client = report.clients.back();
  client.code.front().suppressed = "accepted";
  const Json entry = json_v1::report(report)["clients"].back();
  CHECK(entry["code"]["enable"] == 0);
  CHECK(entry["findings"][0]["suppressed"] == "accepted");
}

TEST_CASE("words of the identity provider that are not published ones are unknown") {
  Report report;
  ClientRecord client;
  client.facts = {{client.key, IdpFact::Kind::password_grant, "maybe", "", {}}};
  report.clients = {client};
  CHECK(json_v1::clients(report)["clients"][0]["idpConfig"]["passwordGrant"] == "unknown");
}

TEST_CASE("the schemas are those of the documents") {
  const Report report = test::three_clients();
  REQUIRE(json_v1::schemas().size() == 2);
  const Json of_clients = Json::parse(json_v1::schemas()[0].text);
  const Json of_report = Json::parse(json_v1::schemas()[1].text);
  CHECK(of_clients["properties"]["schema"]["const"] == json_v1::clients(report)["schema"]);
  CHECK(of_report["properties"]["schema"]["const"] == json_v1::report(report)["schema"]);
  const Json document = json_v1::report(report);
  for (const auto& [field, value] : document.items()) CHECK(of_report["properties"].contains(field));
  for (const Json& field : of_report["required"]) CHECK(document.contains(field.get<std::string>()));
}
