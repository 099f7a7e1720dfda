#include "advice/words.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;
using test::Record;

TEST_CASE("arguments are quoted for the shell") {
  CHECK(shell_quoted("legacy-cli") == "legacy-cli");
  CHECK(shell_quoted("a b") == "'a b'");
  CHECK(shell_quoted("it's") == "'it'\\''s'");
  CHECK(shell_quoted("$(reboot)") == "'$(reboot)'");
  CHECK(shell_quoted("-rf") == "'-rf'");
  CHECK(shell_quoted("a\nb").empty());
  CHECK(shell_quoted("").empty());
}

TEST_CASE("marks are replaced, other braces stay") {
  CHECK(filled("{a} {b} {\"x\":[1]} {", {{"a", "1"}}) == "1 {b} {\"x\":[1]} {");
  CHECK(filled("{a}", {{"a", "{a}"}}) == "{a}");
}

TEST_CASE("names of a client") {
  const auto client = Record("legacy cli").code("a.py").code("b.py").get();
  const Names names = names_of(evidence_of(client, knowledge(), {}));
  CHECK(names.text.at("client") == "\"legacy cli\"");
  CHECK(names.command.at("client") == "'legacy cli'");
  CHECK(names.command.at("client_raw") == "<client id>");
  CHECK(names.text.at("at") == " (a.py:12 and 1 more place)");
  CHECK(names.text.at("idp") == "Keycloak");
  const auto nameless = Record("").get();
  const Names none = names_of(evidence_of(nameless, knowledge(), {}));
  CHECK(none.text.at("client") == "the client without a name");
  CHECK(none.command.at("client") == "<client>");
  CHECK(none.text.at("at").empty());
}

TEST_CASE("titles of flows") {
  CHECK(title_of_flow("device", knowledge()).find("second device") != std::string::npos);
  CHECK(title_of_flow("x", knowledge()) == "x");
}

TEST_CASE("a question says what follows from each answer") {
  const auto client = Record("x").code("cli/a.py", CredentialSource::prompt).get();
  const Evidence e = evidence_of(client, knowledge(), {});
  const Inputs inputs = infer(e, knowledge());
  const std::string q = question_for(*knowledge().input("browser_on_device"), inputs, knowledge(), *e.idp, names_of(e));
  CHECK(q.find("Can \"x\" open a browser") == 0);
  CHECK(q.find("If there is a browser: Sign-in in the browser") != std::string::npos);
  CHECK(q.find("if there is none: Sign-in on a second device") != std::string::npos);
}
