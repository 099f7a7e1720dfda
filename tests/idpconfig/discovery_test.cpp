#include "idpconfig/discovery.h"

#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;

namespace {

std::string note_of(const std::string& text) {
  test::CollectingSink seen;
  if (!read_discovery(text, "d.json", seen)) return "not mine";
  CHECK(seen.facts.empty());
  REQUIRE(seen.diagnostics.size() == 1);
  CHECK(seen.diagnostics[0].level == Diagnostic::Level::note);
  return seen.diagnostics[0].message;
}

}  // namespace

TEST_CASE("what a discovery document proves") {
  const std::string head = R"({"issuer": "https://sso.example.com/realms/shop", "token_endpoint": "https://x")";
  CHECK(note_of(head + "}").find("proves nothing") != std::string::npos);
  CHECK(note_of(head + R"(, "grant_types_supported": ["password"]})").find("Keycloak always does") != std::string::npos);
  CHECK(note_of(head + R"(, "grant_types_supported": ["authorization_code"]})").find("not among") != std::string::npos);
  CHECK(note_of(R"({"issuer": "https://x", "token_endpoint": "y", "grant_types_supported": ["password"]})")
            .find("offers it") != std::string::npos);
}

TEST_CASE("other documents are no discovery documents") {
  CHECK(note_of("{}") == "not mine");
  CHECK(note_of(R"({"token_endpoint": "x"})") == "not mine");
  CHECK(note_of(R"({"issuer": "a", "token_endpoint": "x")") == "not mine");
}
