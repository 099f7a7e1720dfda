#include "scanner/text/reader.h"

#include "scanner/make_document.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

/// Values of the expression that begins with the token of the first '=' plus one.
std::vector<std::string> values_after_equals(const std::string& path, const std::string& text) {
  const Document document = make_document(path, text);
  const Reader reader(document);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < reader.tokens().size(); ++i) {
    if (reader.at(i) != "=") continue;
    std::size_t behind = 0;
    for (const Value& value : reader.expression(i + 1, behind)) out.push_back(value.known ? value.text : "$" + value.name);
    break;
  }
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("an expression ends with its statement, argument or line") {
  CHECK(values_after_equals("a.py", "x = 'password'\ny = 'other'") == List{"password"});
  CHECK(values_after_equals("a.js", "f(x = 'password', 'other')") == List{"password"});
  CHECK(values_after_equals("a.go", "x = []string{\"a\", \"b\"}; y") == List{"$string", "a", "b"});
  CHECK(values_after_equals("a.js", "x = refresh ? 'refresh_token' : 'password';") == List{"$refresh", "refresh_token", "password"});
  CHECK(values_after_equals("a.cs", "x = OidcConstants.GrantTypes.Password;") == List{"$OidcConstants.GrantTypes.Password"});
}

TEST_CASE("names of things are no values") {
  CHECK(values_after_equals("a.py", "x = form['password']") == List{"$form"});
  CHECK(values_after_equals("a.py", "x = os.getenv('PASSWORD')").empty());
  CHECK(values_after_equals("a.py", "x = os.getenv('GRANT', 'password')") == List{"password"});
}

TEST_CASE("constants of the document are followed, ambiguous ones are not") {
  const std::string define = "final String GRANT = \"password\";\n";
  CHECK(values_after_equals("A.java", "x = GRANT;\n" + define) == List{"password"});
  CHECK(values_after_equals("A.java", "x = Grants.GRANT;\n" + define) == List{"password"});
  CHECK(values_after_equals("A.java", "x = GRANT;\n" + define + "String GRANT = \"other\";") == List{"$GRANT"});
  CHECK(values_after_equals("a.kt", "x = Grant.PASSWORD\nenum class Grant(val v: String) { PASSWORD(\"password\") }") == List{"password"});
  CHECK(values_after_equals("a.c", "x = GT;\n#define GT \"password\"\n") == List{"password"});
}

TEST_CASE("where a value comes from") {
  CHECK(source_of("os.environ['P']") == CredentialSource::environment);
  CHECK(source_of("$PASSWORD") == CredentialSource::environment);
  CHECK(source_of("getpass.getpass()") == CredentialSource::prompt);
  CHECK(source_of("vault.read('x')") == CredentialSource::vault);
  CHECK(source_of("\"hunter2\"") == CredentialSource::literal);
  CHECK(source_of("\"\"") == CredentialSource::unknown);
  CHECK(source_of("settings.PASSWORD") == CredentialSource::configuration);
  CHECK(source_of("password") == CredentialSource::parameter);
}

TEST_CASE("what a call is given need not be what it answers") {
  std::size_t behind = 0;
  const Document call = make_document("a.py", "p = getpass.getpass('Password: ')\n");
  const auto given = Reader(call).expression(2, behind);
  REQUIRE_FALSE(given.empty());
  CHECK(given.back().text == "Password: ");
  CHECK(given.back().source == CredentialSource::unknown);
  const Document literal = make_document("a.py", "p = 'secret'\n");
  const auto values = Reader(literal).expression(2, behind);
  REQUIRE(values.size() == 1);
  CHECK(values.front().source == CredentialSource::literal);
}
