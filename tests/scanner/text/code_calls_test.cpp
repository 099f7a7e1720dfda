#include "scanner/text/code_calls.h"

#include "scanner/make_document.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

/// Calls as "qualifier.name(argument, name=argument)", values in quotes, names bare, '?' unknown; '+' before a creation.
std::string told(const std::string& path, const std::string& text, std::string_view name) {
  const Document document = make_document(path, text);
  const Reader reader(document);
  std::string out;
  document_calls(reader, [&](std::string_view word) { return word == name; }, [&](const CallFact& call) {
    out += out.empty() ? "" : " ";
    out += call.role == Role::declared ? "declared:" : "";
    out += (call.creates ? "+" : "") + (call.qualifier.empty() ? "" : call.qualifier + ".") + call.name + "(";
    for (const Argument& argument : call.arguments) {
      if (out.back() != '(') out += ",";
      if (!argument.name.empty()) out += argument.name + (argument.option ? ":" : "=");
      out += argument.value.known ? "'" + argument.value.text + "'" : argument.value.name.empty() ? "?" : argument.value.name;
    }
    out += ")";
  });
  return out;
}

}  // namespace

TEST_CASE("calls with receiver and arguments") {
  CHECK(told("a.py", "t = kc.token('u', pw, totp=1)", "token") == "kc.token('u',pw,totp='1')");
  CHECK(told("a.cs", "await app.Acquire<T>(scopes, user)", "Acquire") == "app.Acquire(scopes,user)");
  CHECK(told("a.ts", "c.login({ username, password: 'x' })", "login") == "c.login(?,username:username,password:'x')");
  CHECK(told("a.py", "f(g(1), 'x')", "f") == "f(?,'x')");
}

TEST_CASE("creations") {
  CHECK(told("A.java", "new Cred(\"u\", p)", "Cred") == "+Cred('u',p)");
  CHECK(told("a.cs", "new Cred { User = \"u\" }", "Cred") == "+Cred(User:'u')");
  CHECK(told("a.php", "new \\A\\Grant\\Password()", "Password") == "+A.Grant.Password()");
}

TEST_CASE("declarations are no calls") {
  CHECK(told("a.py", "def token(self): pass", "token").empty());
  CHECK(told("A.java", "String token(String u) { return x; }", "token").starts_with("declared:"));
  CHECK(told("a.md", "call token(a, b)", "token").empty());
}

TEST_CASE("calls without parentheses where the language has them") {
  CHECK(told("a.rb", "c.password.get_token 'u', p\n", "get_token") == "c.password.get_token('u',p)");
}

TEST_CASE("commands of a shell") {
  CHECK(told("a.sh", "az login -u \"$U\" -p 'x' --tenant=t\n", "az") == "az('login',u=U,p='x',tenant='t')");
  CHECK(told("a.sh", "x=$(kcadm.sh config credentials \\\n  --user admin)", "kcadm.sh") == "kcadm.sh('config','credentials',user='admin')");
  CHECK(told("a.ps1", "Connect-AzAccount -Credential $c -ServicePrincipal\n", "Connect-AzAccount") ==
        "Connect-AzAccount(Credential=c,ServicePrincipal=?)");
  CHECK(told("a.sh", "echo lazy az-cli\n", "az").empty());
}
