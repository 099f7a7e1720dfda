#include "tests/scanner/syntax/seen.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::syntax;
using test::Seen;

namespace {

std::string pairs(const char* language, const std::string& text) { return test::seen_pairs(language, text); }

}  // namespace

TEST_CASE("shapes in which a key gets a value") {
  CHECK(pairs("python", "x = {'grant_type': 'a'}") == "dictionary=a;");
  CHECK(pairs("python", "f('grant_type', 'a')") == "arguments=a;");
  CHECK(pairs("python", "o.set_grant_type('a')") == "setter=a;");
  CHECK(pairs("python", "grant_type = 'a'") == "assignment=a;");
  CHECK(pairs("python", "f(grant_type='a')") == "named-argument=a;");
  CHECK(pairs("python", "x = [('grant_type', 'a')]") == "entry=a;");
  CHECK(pairs("python", "x = 'grant_type=a&b=c'") == "form-string=a;");
  CHECK(pairs("python", "def f(grant_type='a'): pass") == "default=a;");
  CHECK(pairs("javascript", "x = [{name: 'grant_type', value: 'a'}]") == "entry=a;");
  CHECK(pairs("ruby", "grant_type %w[a b]") == "setter=a;setter=b;");
}

TEST_CASE("what only speaks of the value") {
  CHECK(pairs("python", "if grant_type == 'password': pass") == "comparison?=password;");
  CHECK(pairs("python", "assert x['grant_type'] == 'password'") == "comparison!=password;");
  CHECK(pairs("python", "self.assertEqual(x.grant_type, 'password')") == "comparison!=password;");
  CHECK(pairs("python", "mock.assert_called_with({'grant_type': 'password'})") == "dictionary!=password;");
  CHECK(pairs("python", "x = 'use grant_type=password only in tests'") == "form-string!=password;");
  CHECK(pairs("javascript", "switch (grant_type) { case 'password': f() }") == "comparison?=password;");
  CHECK(pairs("python", "f('grant_type', 'password', 'username')").empty());
}

TEST_CASE("a list gives one pair for each item") {
  CHECK(pairs("java", "class A { void f() { b.grantType(List.of(\"a\", \"b\")); } }") == "setter=a;setter=b;");
}

TEST_CASE("calls are told with receiver, type and arguments") {
  const Seen seen("python", "c = kc.Client()\nc.login('u', scope='x')\n");
  REQUIRE(seen.sight.calls.size() == 1);
  const SeenCall& call = seen.sight.calls.front();
  CHECK(call.fact.qualifier == "c");
  CHECK(call.fact.type == "kc.Client");
  REQUIRE(call.fact.arguments.size() == 2);
  CHECK(call.fact.arguments[1].name == "scope");
  CHECK(call.values[0].text == "u");
}

TEST_CASE("the key that an expression speaks of") {
  const auto subject = [](const char* language, const std::string& text) {
    const Seen seen(language, text);
    for (NodeId id = 0; id < seen.tree.size(); ++id) {
      if (seen.tree.form(id) == Form::call && seen.tree.name(seen.tree.slot(id, 0)) == "use") {
        return subject_of(seen.values, seen.rules, arguments_of(seen.tree, id).front().value).text;
      }
    }
    return std::string("no use");
  };
  CHECK(subject("python", "use(request.grant_type)") == "grant_type");
  CHECK(subject("python", "use(params['grant_type'])") == "grant_type");
  CHECK(subject("java", "class A { void f() { use(r.getParameter(\"grant_type\")); } }") == "grant_type");
  CHECK(subject("python", "g = request.form.get('grant_type')\nuse(g)") == "grant_type");
  CHECK(subject("python", "use(other)").empty());
}
