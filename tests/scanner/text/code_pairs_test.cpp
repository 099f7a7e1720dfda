#include "scanner/text/code_pairs.h"

#include "common/text.h"
#include "scanner/make_document.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

/// Values given to grant_type: live ones as they are, with the role's first letter before others.
std::string told(const std::string& path, const std::string& text) {
  const Document document = make_document(path, text);
  const Reader reader(document);
  WantedKeys wanted;
  wanted.text = [](std::string_view key) { return folded_name(key) == "granttype"; };
  wanted.name = [](std::string_view name) { return name.ends_with("Params.GRANT"); };
  std::string out;
  document_pairs(reader, wanted, [&](const PairFact& pair) {
    out += out.empty() ? "" : " ";
    if (pair.role != Role::live) out += pair.role == Role::compared ? "c:" : pair.role == Role::comment ? "#:" : "d:";
    out += pair.value.known ? pair.value.text : "$" + pair.value.name;
  });
  return out;
}

}  // namespace

TEST_CASE("dictionaries of the languages") {
  CHECK(told("a.py", "d = {'grant_type': 'password', 'u': u}") == "password");
  CHECK(told("a.js", "f({ grant_type: 'password', u })") == "password");
  CHECK(told("a.php", "['grant_type' => 'password']") == "password");
  CHECK(told("a.rb", "{ :grant_type => 'password' }") == "password");
  CHECK(told("a.kt", "mapOf(\"grant_type\" to \"password\")") == "password");
  CHECK(told("a.scala", "Map(\"grant_type\" -> \"password\")") == "password");
  CHECK(told("a.go", "url.Values{\"grant_type\": {\"password\"}}").find("password") != std::string::npos);
  CHECK(told("a.swift", "[\"grant_type\": \"password\"]") == "password");
  CHECK(told("a.cs", "{ \"grant_type\", \"password\" }") == "password");
  CHECK(told("a.cs", "[\"grant_type\"] = \"password\",") == "password");
  CHECK(told("a.clj", "{:form-params {:grant_type \"password\" :username user}}") == "password");
  CHECK(told("a.clj", "(assoc form \"grant_type\" :password)") == "password");
  CHECK(told("a.clj", "(defn token [grant_type password] (f grant_type password))").empty());
  CHECK(told("a.fs", "dict [ \"a\", \"b\"; \"grant_type\", \"password\"; \"c\", \"d\" ]") == "password");
  CHECK(told("a.fs", "dict [ \"grant_type\", \"password\"; \"c\", \"d\" ]") == "password");
}

TEST_CASE("arguments, setters, members and wrapped literals") {
  CHECK(told("a.java", "form.add(\"grant_type\", \"password\");") == "password");
  CHECK(told("a.java", "form.add(Params.GRANT, \"password\");") == "password");
  CHECK(told("a.cpp", "q.add(QStringLiteral(\"grant_type\"), QStringLiteral(\"password\"));") == "password");
  CHECK(told("a.java", "b.setGrantType(\"password\");") == "password");
  CHECK(told("a.java", "b.setGrantType(\"password\", user);").empty());  // a setter takes one value
  CHECK(told("a.py", "self.oauth_grant_type = 'password'") == "password");
  CHECK(told("a.ts", "x.grantType = 'password';") == "password");
  CHECK(told("a.py", "grant_type: str = 'password'").find("password") != std::string::npos);
  CHECK(told("a.swift", "URLQueryItem(name: \"grant_type\", value: \"password\")") == "password");
  CHECK(told("a.m", "[p setObject:@\"password\" forKey:@\"grant_type\"];") == "password");
  CHECK(told("a.m", "[NSDictionary dictionaryWithObjectsAndKeys:@\"password\", @\"grant_type\", nil]") == "password");
}

TEST_CASE("strings that hold the pair, or half of it") {
  CHECK(told("a.java", "s = \"grant_type=password&username=\" + u;") == "password");
  CHECK(told("a.java", "s = \"a=b&grant_type=\" + GT + \"&x=y\"; String GT = \"password\";") == "password");
  CHECK(told("a.c", "sprintf(b, \"u=%s&grant_type=%s\", u, \"password\");") == "password");
  CHECK(told("a.js", "s = `grant_type=password&u=${u}`") == "password");
  CHECK(told("a.py", "s = \"{\\\"grant_type\\\": \\\"password\\\"}\"") == "password");
  CHECK(told("a.cpp", "ss << \"grant_type=\" << \"password\";") == "password");
}

TEST_CASE("comparisons, comments, types and checks are told apart") {
  CHECK(told("a.py", "if grant_type == 'password':") == "c:password");
  CHECK(told("a.java", "if (\"x\".equals(y) && grantType.equals(\"password\"))") == "c:password");
  CHECK(told("a.c", "if (!strcmp(grant_type, \"password\"))").find("c:password") != std::string::npos);
  CHECK(told("a.py", "# grant_type=password\n") == "#:password");
  CHECK(told("a.md", "use grant_type=password\n") == "#:password");
  CHECK(told("a.ts", "interface B { grant_type: 'password' }") == "d:password");
  CHECK(told("a_test.py", "assert body == {'grant_type': 'password'}").find("c:password") != std::string::npos);
}

TEST_CASE("lists of names are no pairs") {
  CHECK(told("a.py", "required = ['grant_type', 'password', 'username']").empty());
  CHECK(told("a.js", "unsupported_grant_type = 'password'").empty());
}
