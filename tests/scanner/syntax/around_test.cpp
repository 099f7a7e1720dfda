#include "scanner/syntax/around.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::syntax;

namespace {

/// The context of the first text that holds "password".
Context around(const char* language, const std::string& text) {
  const Document document{.path = "a", .text = text, .language = language, .lines = LineIndex(text)};
  const auto tree = parse(*find_language(language), document.text, {});
  REQUIRE(tree);
  const Definitions definitions(*tree);
  const Values values(*tree, definitions, nullptr);
  const FileContext context(values, document);
  for (NodeId id = 0; id < tree->size(); ++id) {
    if (tree->form(id) == Form::string && tree->text(id).find("password") != std::string_view::npos) return context.around(id);
  }
  return {};
}

}  // namespace

TEST_CASE("the same object comes first, then function, type and file") {
  const Context out = around("python",
                             "CLIENT_ID = 'file'\n"
                             "def other(): return {'client_id': 'other'}\n"
                             "def f(pw):\n"
                             "  url = 'https://sso.example.com/realms/shop/protocol/openid-connect/token'\n"
                             "  return post(url, {'grant_type': 'password', 'client_id': 'near', 'scope': 'a b', 'password': pw})\n");
  CHECK(out.client_id == "near");
  CHECK(out.tenant == "shop");
  CHECK(out.idp == "keycloak");
  CHECK(out.scopes == std::vector<std::string>{"a", "b"});
  CHECK(out.password_from == CredentialSource::parameter);
}

TEST_CASE("fields of the type and constants of the file are seen") {
  CHECK(around("java", "class A { static final String CLIENT_ID = \"cli\"; void f() { form.add(\"grant_type\", \"password\"); form.add(\"client_id\", CLIENT_ID); } }").client_id == "cli");
  CHECK(around("java", "class A { private String clientId = \"cli\"; void f() { form.add(\"grant_type\", \"password\"); } }").client_id == "cli");
}

TEST_CASE("a form tells its own client") {
  CHECK(around("javascript", "fetch(url, { body: `grant_type=password&client_id=web&username=${u}` })").client_id == "web");
  CHECK(around("bash", "curl -d grant_type=\"password\" -d client_id=cli \"$URL\"").client_id == "cli");
}

TEST_CASE("where a password comes from") {
  CHECK(around("bash", "curl -d 'grant_type=password' --password \"$SECRET\" \"$URL\"").password_from == CredentialSource::environment);
  CHECK(around("java", "class A { void f() { form.put(\"grant_type\", \"password\"); form.put(\"password\", settings.password()); } }").password_from ==
        CredentialSource::configuration);
  const Context out = around("kotlin",
                             "interface A { fun token(@Field(\"client_id\") clientId: String = \"app\",\n"
                             "  @Field(\"grant_type\") grant: String = \"password\", @Field(\"password\") password: String): T }");
  CHECK(out.client_id == "app");
  CHECK(out.password_from == CredentialSource::parameter);
  const Context member = around("cpp",
                                "struct S { std::string password_; std::string f() { std::string form = \"grant_type=password\";\n"
                                "  form += \"&password=\" + password_; return form; } };\n");
  CHECK(member.password_from != CredentialSource::literal);
}

TEST_CASE("a builder names its client") {
  CHECK(around("java", "class A { void f(C c) { c.inMemory().withClient(\"desk\").authorizedGrantTypes(\"password\"); } }").client_id == "desk");
}

TEST_CASE("a value's definitions become places") {
  const std::string text = "G = 'x'\nuse(G)\n";
  const Document document{.path = "a.py", .text = text, .language = "python", .lines = LineIndex(text)};
  const auto tree = parse(*find_language("python"), document.text, {});
  const Definitions definitions(*tree);
  const Values values(*tree, definitions, nullptr);
  for (NodeId id = 0; id < tree->size(); ++id) {
    if (tree->form(id) != Form::call) continue;
    const Value value = to_value(values.first(arguments_of(*tree, id).front().value), *tree, document);
    CHECK(value.text == "x");
    REQUIRE(value.path.size() == 1);
    CHECK(value.path[0].where.line == 1);
  }
}
