#include "advice/checklist.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;
using test::Record;
using test::step_with;
using From = CredentialSource;

namespace {

std::vector<Step> steps_for(const std::string& idp, const std::string& flow) {
  const ClientRecord client = Record("old", ClientStatus::in_use, idp).code("a.py").get();
  const Evidence evidence = evidence_of(client, knowledge(), {});
  Decision decision;
  decision.flow = flow;
  for (const Rule& rule : knowledge().rules)
    if (rule.id == "R-08") decision.rule = &rule;
  const Inputs inputs = infer(evidence, knowledge());
  const Names names = names_of(evidence);
  return checklist_for({evidence, inputs, decision, knowledge(), names});
}

bool has_phase(const std::vector<Step>& steps, const std::string& phase) {
  return std::any_of(steps.begin(), steps.end(), [&](const Step& s) { return s.phase == phase; });
}

}  // namespace

TEST_CASE("every flow of every identity provider has steps from begin to end") {
  for (const auto& [id, idp] : knowledge().idps)
    for (const auto& [flow, support] : idp.supports) {
      if (support.value == Support::Value::no) continue;
      const auto steps = steps_for(id, flow);
      CAPTURE(id, flow);
      CHECK(steps.size() >= 10);
      for (const char* phase : {"prepare", "change", "both", "off", "check", "back"}) CHECK(has_phase(steps, phase));
      for (const Step& step : steps) {
        CHECK_FALSE(step.text.empty());
        CHECK(step.text.find("{") == std::string::npos);
        CHECK_FALSE(step.id.empty());
      }
    }
}

TEST_CASE("commands carry the client's own names") {
  const Recommendation r = test::advised(Record("legacy-cli").code("app/LoginController.java", From::parameter).get());
  const Step* off = step_with(r, "directAccessGrantsEnabled=false\n");
  if (off == nullptr) off = step_with(r, "-q clientId=legacy-cli");
  REQUIRE(off != nullptr);
  CHECK(off->command.find("-r shop") != std::string::npos);
  CHECK(off->phase == "off");
  CHECK_FALSE(off->proof.empty());
  const Step* enable = step_with(r, "clientId=legacy-cli-new");
  REQUIRE(enable != nullptr);
  CHECK(enable->phase == "prepare");
}

TEST_CASE("hostile names cannot break out of a command") {
  const Recommendation r = test::advised(Record("x'; rm -rf / #").code("app/LoginController.java", From::parameter).get());
  const Step* off = step_with(r, "kcadm.sh get clients");
  REQUIRE(off != nullptr);
  CHECK(off->command.find(R"(clientId='x'\''; rm -rf / #')") != std::string::npos);
  const Recommendation lines = test::advised(Record("x\nrm -rf /").code("app/LoginController.java", From::parameter).get());
  const Step* left = step_with(lines, "kcadm.sh get clients");
  REQUIRE(left != nullptr);
  CHECK(left->command.find("rm -rf") == std::string::npos);
  CHECK(left->command.find("<client>") != std::string::npos);
  for (const Step& step : lines.steps) CHECK(step.text.find('\n') == std::string::npos);
}

TEST_CASE("facts that are not verified are marked") {
  const Recommendation r = test::advised(Record("app", ClientStatus::in_use, "entra").code("app/LoginController.java", From::parameter).get());
  const Step* step = step_with(r, "is-fallback-public-client false");
  REQUIRE(step != nullptr);
  CHECK(step->verify);
  const Step* known = step_with(r, "Allow public client flows");
  REQUIRE(known != nullptr);
  CHECK_FALSE(known->verify);
}

TEST_CASE("steps fit where the program runs") {
  const Recommendation phone = test::advised(Record("x").code("ios/Login.swift", From::parameter).get());
  CHECK(step_with(phone, "ASWebAuthenticationSession") != nullptr);
  CHECK(step_with(phone, "bind port 0") == nullptr);
  const Recommendation desk = test::advised(Record("x").code("winforms/Login.cs", From::prompt).get());
  CHECK(step_with(desk, "bind port 0") != nullptr);
  CHECK(step_with(desk, "ASWebAuthenticationSession") == nullptr);
}

TEST_CASE("the library's own better call is named at its place") {
  const Recommendation r = test::advised(
      Record("app", ClientStatus::in_use, "entra").code("src/login.py", From::parameter, "msal-username-password").get());
  const Step* step = step_with(r, "acquire_token_interactive");
  REQUIRE(step != nullptr);
  CHECK(step->text.find("src/login.py:12") != std::string::npos);
}

TEST_CASE("no step stands there twice") {
  const Recommendation r = test::advised(Record("x").code("ios/Login.swift", From::parameter).get());
  for (std::size_t i = 0; i < r.steps.size(); ++i)
    for (std::size_t j = i + 1; j < r.steps.size(); ++j)
      CHECK((r.steps[i].text != r.steps[j].text || r.steps[i].command != r.steps[j].command));
}

TEST_CASE("the built-in client of Keycloak has steps of its own") {
  const Recommendation r = test::advised(Record("admin-cli", ClientStatus::enabled_unused)
                                             .fact(IdpFact::Kind::password_grant, "allowed")
                                             .fact(IdpFact::Kind::built_in, "true").get());
  CHECK(r.flow == "remove");
  CHECK(step_with(r, "kcadm.sh config credentials") != nullptr);
}
