#include "advice/advise.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using test::Record;
using Status = ClientStatus;
using From = CredentialSource;
using Fact = IdpFact::Kind;

namespace {

/// One line of the table: a client, and what must come out of it.
struct Expected {
  const char* what;
  ClientRecord client;
  const char* rule;
  const char* flow;
  Confidence confidence;
};

constexpr auto kSure = Confidence::certain;
constexpr auto kFirm = Confidence::firm;
constexpr auto kWeak = Confidence::tentative;

std::vector<Expected> table() {
  const auto device = [](const char* idp) {
    return Record("x", Status::in_use, idp).code("firmware/main.c", From::prompt).used(50, 9, 9).get();
  };
  return {
      {"attacks", Record("x", Status::noise).get(), "ST-01", "", kSure},
      {"server code", Record("x", Status::code_only).code("a.go", From::unknown, "r", Kind::implement).get(), "R-00", "", kSure},
      {"documentation", Record("x", Status::code_only).code("a.md", From::unknown, "r", Kind::mention).get(), "R-00", "", kSure},
      {"app passwords", Record("x", Status::in_use, "authentik").code("a.py").get(), "R-01", "", kSure},
      {"off already", Record("x", Status::disabled).get(), "ST-02", "", kSure},
      {"allowed, unused", Record("x", Status::enabled_unused).fact(Fact::password_grant, "allowed").get(), "ST-03", "remove", kWeak},
      {"dead code", Record("x", Status::code_only).code("a.py").fact(Fact::password_grant, "blocked").get(), "ST-04", "remove", kSure},
      {"cannot be seen", Record("x", Status::not_observable).fact(Fact::password_grant, "allowed").get(), "ST-05", "decide", kWeak},
      {"no logs read", Record("x", Status::unknown).fact(Fact::password_grant, "allowed").get(), "ST-05", "decide", kWeak},
      {"gateway", Record("x").code("gw.yaml", From::parameter, "apigee-gateway-password").get(), "R-02", "gateway_facade", kFirm},
      {"tests only", Record("x", Status::code_only).code("e2e/login.py", From::literal).in_tests().get(), "R-03", "client_credentials", kSure},
      {"holds a caller's token", Record("x").fact(Fact::token_exchange, "true").code("svc.py").get(), "R-04", "token_exchange", kWeak},
      {"database driver", Record("x", Status::in_use, "entra").code("db.cs", From::configuration, "sql-active-directory-password").get(),
       "R-13", "workload_federation", kFirm},
      {"pipeline", Record("x").code(".github/workflows/a.yml", From::environment).used(90, 1, 30).get(), "R-05",
       "workload_federation", kWeak},
      {"pipeline, no federation there", Record("x", Status::in_use, "cognito").code(".gitlab-ci.yml", From::environment).used(90, 1, 30).get(),
       "R-06", "client_credentials", kWeak},
      {"pipeline, API takes app tokens", Record("x").code("Jenkinsfile", From::environment).scope(".default").used(90, 1, 30)
                                             .fact(Fact::service_account, "true").get(),
       "R-05", "workload_federation", kFirm},
      {"nightly job", Record("nightly").code("batch/Job.java", From::environment).used(90, 1, 30).get(), "R-06", "client_credentials", kWeak},
      {"phone", Record("x").code("mobile/ios/Login.swift", From::parameter).get(), "R-12", "authcode_pkce", kFirm},
      {"window program", Record("x").code("src/winforms/Login.cs", From::prompt).get(), "R-08", "authcode_pkce", kWeak},
      {"web form", Record("x").code("app/LoginController.java", From::parameter).get(), "R-08", "authcode_pkce", kFirm},
      {"page", Record("x").code("web/src/components/Login.tsx", From::parameter).used(80, 20, 10).get(), "R-08", "authcode_pkce", kFirm},
      {"device", device("keycloak"), "R-09", "device", kFirm},
      {"device where policies block codes", device("entra"), "R-09", "device", kWeak},
      {"device without a device flow", device("cognito"), "R-14", "decide", kWeak},
      {"job for a person", Record("x").code("cron/sync.py", From::environment).used(900, 30, 1).get(), "R-11", "authcode_pkce", kWeak},
      {"nothing but a log", Record("x").used(700, 3, 20).get(), "R-14", "decide", kWeak},
      {"command line, browser not known", Record("x").code("cli/a.py", From::prompt).used(70, 7, 20).get(), "R-14", "decide", kWeak},
  };
}

}  // namespace

TEST_CASE("each rule has a client that it fits") {
  for (const Expected& e : table()) {
    const Recommendation r = test::advised(e.client);
    CAPTURE(e.what, r.trail);
    CHECK(r.rule == e.rule);
    CHECK(r.flow == e.flow);
    CHECK(r.confidence == e.confidence);
    CHECK_FALSE(r.next_step.empty());
    CHECK_FALSE(r.flow_title.empty());
    CHECK((r.rank == 0) == r.flow.empty());
    CHECK(r.steps.empty() == r.flow.empty());
  }
}

TEST_CASE("no text is left with a mark in it") {
  for (const Expected& e : table()) {
    const Recommendation r = test::advised(e.client);
    std::vector<std::string> texts = r.questions;
    texts.push_back(r.next_step);
    for (const Reason& reason : r.reasons) texts.push_back(reason.text);
    for (const Step& step : r.steps) texts.push_back(step.text), texts.push_back(step.proof);
    for (const char* mark : {"{client}", "{new}", "{tenant}", "{idp}", "{at}", "{question}", "{users}", "{client_raw}"}) {
      CAPTURE(e.what, mark);
      CHECK_FALSE(test::any_text(texts, mark));
    }
  }
}

TEST_CASE("what is not known is asked, and the question says what follows") {
  const Recommendation r = test::advised(Record("x").code("cli/a.py", From::prompt).used(70, 7, 20).get());
  REQUIRE_FALSE(r.questions.empty());
  CHECK(r.questions.front().find("browser") != std::string::npos);
  CHECK(r.questions.front().find("device code") != std::string::npos);
  CHECK(r.next_step.find(r.questions.front()) != std::string::npos);
  CHECK(r.alternatives.size() == 2);
}

TEST_CASE("witnesses that contradict each other leave it open") {
  const Recommendation r =
      test::advised(Record("x").code("batch/report.py", From::environment).used(60, 30, 20).get());
  CHECK(r.flow == "decide");
  CHECK(test::any_text(r.questions, "contradicts itself"));
}

TEST_CASE("silence is worth what the logs cover") {
  const auto unused = Record("x", Status::enabled_unused).fact(Fact::password_grant, "allowed").get();
  CHECK(test::advised(unused).confidence == kWeak);
  CHECK(test::advised(unused, test::watched(20)).confidence == kWeak);
  CHECK(test::advised(unused, test::watched(60)).confidence == kFirm);
  CHECK(test::advised(unused, test::watched(500)).confidence == kSure);
  CHECK(test::any_text(test::advised(unused, test::watched(60)).questions, "60 days"));
  CHECK(test::advised(unused, test::watched(500)).questions.empty());
}

TEST_CASE("code that asks for a client which the logs do not show is asked about") {
  const auto r = test::advised(Record("x", Status::enabled_unused).code("a.py").fact(Fact::password_grant, "allowed").get());
  CHECK(r.flow == "remove");
  CHECK(test::any_text(r.questions, "a.py:12"));
}

TEST_CASE("one call of a library with a better one is little work") {
  const auto one = Record("x").code("app/login.py", From::parameter, "msal-username-password");
  CHECK(test::advised(one.get()).effort == "hours to days");
  auto two = one;
  CHECK(test::advised(two.code("b/login.py", From::parameter).get()).effort == "days to weeks");
  CHECK(test::advised(Record("x").code("ios/a.swift", From::parameter).get()).effort == "weeks to months");
}

TEST_CASE("same records, same advice, whatever the order") {
  std::vector<ClientRecord> there;
  for (const Expected& e : table()) {
    there.push_back(e.client);
    there.back().key.client_id = e.what;
  }
  std::vector<ClientRecord> back(there.rbegin(), there.rend());
  advice::advise(there, test::knowledge());
  advice::advise(back, test::knowledge());
  for (std::size_t i = 0; i < there.size(); ++i) {
    const Recommendation& a = there[i].recommendation;
    const Recommendation& b = back[there.size() - 1 - i].recommendation;
    CHECK(a.rank == b.rank);
    CHECK(a.trail == b.trail);
    CHECK(a.next_step == b.next_step);
  }
}
