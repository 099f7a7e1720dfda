#include "advice/infer.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;
using test::Record;
using From = CredentialSource;

namespace {

InputState state(const ClientRecord& client, const std::string& input) {
  return infer(evidence_of(client, knowledge(), {}), knowledge()).at(input);
}

}  // namespace

TEST_CASE("no sign: unknown stays unknown, except where silence tells") {
  const auto nothing = Record("x").get();
  for (const char* input : {"user_context", "user_present", "browser_on_device", "runtime", "api_accepts_app_tokens",
                            "mfa_required", "identity_kind"}) {
    CAPTURE(input);
    CHECK(state(nothing, input).value.empty());
    CHECK(state(nothing, input).strength == Strength::unknown);
  }
  CHECK(state(nothing, "incoming_user_token").value == "no");
  CHECK(state(nothing, "incoming_user_token").strength == Strength::silent);
  CHECK(state(nothing, "device_flow_allowed").value == "yes");
  CHECK(state(Record("x", ClientStatus::in_use, "entra").get(), "device_flow_allowed").value.empty());
}

TEST_CASE("three points settle an input, less only lean") {
  const auto ci = state(Record("x").code(".github/workflows/a.yml").get(), "user_present");
  CHECK(ci.value == "no");
  CHECK(ci.strength == Strength::firm);
  REQUIRE_FALSE(ci.reasons.empty());
  CHECK(ci.reasons.front().where->path == ".github/workflows/a.yml");
  const auto lean = state(Record("x").code("src/a.py", From::environment).get(), "user_present");
  CHECK(lean.value == "no");
  CHECK(lean.strength == Strength::lean);
}

TEST_CASE("two kinds of witnesses make it certain") {
  const auto s = state(Record("x").code("cli/a.py", From::prompt).used(60, 9, 20).get(), "user_present");
  CHECK(s.value == "yes");
  CHECK(s.strength == Strength::certain);
  CHECK(state(Record("x").fact(IdpFact::Kind::client_type, "public").get(), "client_type").strength == Strength::certain);
}

TEST_CASE("clear witnesses against each other leave it unknown, with both reasons") {
  const auto s = state(Record("x").code("batch/a.py", From::environment).used(60, 30, 20).get(), "user_present");
  CHECK(s.value.empty());
  CHECK(s.conflict);
  CHECK(s.reasons.size() >= 2);
}

TEST_CASE("names alone never settle anything") {
  for (const char* input : {"user_context", "user_present", "identity_kind", "runtime"})
    CHECK(state(Record("svc-nightly-batch").get(), input).strength < Strength::firm);
}

TEST_CASE("statistics of the log speak") {
  CHECK(state(Record("x").used(60, 9, 20).get(), "user_context").value == "yes");
  CHECK(state(Record("x").used(60, 9, 20).get(), "user_context").reasons.front().text.find("9 different people") == 0);
  CHECK(state(Record("x").used(60, 1, 20).get(), "user_context").value == "no");
  CHECK(state(Record("x").used(5'000, 1, 20).get(), "call_rate").value == "high");
  CHECK(state(Record("x").used(1, 1, 1).refused_as("50076").get(), "mfa_required").value == "yes");
}

TEST_CASE("one input says something of another") {
  const auto s = state(Record("x").code("src/winforms/Login.cs", From::prompt).get(), "user_context");
  CHECK(s.value == "yes");
  CHECK(s.strength >= Strength::firm);
}

TEST_CASE("given inputs are certain") {
  CHECK(state(Record("x").get(), "status").value == "in-use");
  CHECK(state(Record("x").get(), "status").strength == Strength::certain);
  CHECK(state(Record("x").get(), "idp").value == "keycloak");
}
