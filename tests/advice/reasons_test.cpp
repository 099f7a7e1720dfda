#include "advice/reasons.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::Record;
using From = CredentialSource;
using Fact = IdpFact::Kind;

namespace {

std::vector<std::string> texts(const Recommendation& r) {
  std::vector<std::string> out;
  for (const Reason& reason : r.reasons) out.push_back(reason.text);
  return out;
}

}  // namespace

TEST_CASE("each reason can be followed back") {
  const auto r = test::advised(Record("x").code("ios/Login.swift", From::parameter).get());
  REQUIRE(r.reasons.size() >= 2);
  CHECK(r.reasons[0].text.find("A phone has a browser") == 0);
  REQUIRE(r.reasons[1].where);
  CHECK(r.reasons[1].where->path == "ios/Login.swift");
  CHECK(r.reasons[1].where->line == 12);
}

TEST_CASE("what the identity provider lacks is a reason") {
  const auto r = test::advised(Record("x", ClientStatus::in_use, "entra").code("batch/Job.java", From::environment)
                                   .used(90, 1, 30).get());
  CHECK(r.flow == "client_credentials");
  const auto exchange = test::advised(Record("x", ClientStatus::in_use, "gitlab").code("batch/Job.java", From::environment)
                                          .used(90, 1, 30).get());
  CHECK(test::any_text(texts(exchange), "GitLab does not have this"));
}

TEST_CASE("cases and dates are among the reasons") {
  const auto r = test::advised(Record("x", ClientStatus::in_use, "entra").code("app/login.py", From::parameter, "azure-identity-username-password")
                                   .used(9, 2, 3).refused_as("50076").get());
  CHECK(test::any_text(texts(r), "second factor"));
  CHECK(test::any_text(texts(r), "2025-03-11"));
}

TEST_CASE("nobody known to run it is a question, except for built-in clients") {
  CHECK(test::any_text(test::advised(Record("x").used(9, 9, 9).get()).questions, "Who runs"));
  CHECK_FALSE(test::any_text(test::advised(Record("x").used(9, 9, 9).fact(Fact::owner, "shop team").get()).questions, "Who runs"));
  CHECK_FALSE(test::any_text(test::advised(Record("x").used(9, 9, 9).fact(Fact::built_in, "true").get()).questions, "Who runs"));
  CHECK_FALSE(test::any_text(test::advised(Record("x").used(9, 9, 9).code("a.py").get()).questions, "Who runs"));
}

TEST_CASE("questions are few and the most telling comes first") {
  const auto r = test::advised(Record("x").used(700, 30, 20).get());
  CHECK(r.questions.size() <= 4);
  CHECK(r.questions.front().find("browser") != std::string::npos);
}

TEST_CASE("inputs are given with value, sureness and reasons") {
  const auto r = test::advised(Record("x").code("cli/a.py", From::prompt).used(60, 9, 20).get());
  bool present = false;
  bool browser = false;
  for (const AdviceInput& input : r.inputs) {
    if (input.id == "user_present") present = input.value == "yes" && input.confidence == Confidence::certain && !input.reasons.empty();
    if (input.id == "browser_on_device") browser = input.value.empty() && input.reasons.empty();
    CHECK(input.id != "status");
  }
  CHECK(present);
  CHECK(browser);
}

TEST_CASE("words for sureness") {
  CHECK(confidence_of(Strength::certain) == Confidence::certain);
  CHECK(confidence_of(Strength::silent) == Confidence::firm);
  CHECK(confidence_of(Strength::lean) == Confidence::tentative);
  CHECK(confidence_of(Strength::unknown) == Confidence::tentative);
}
