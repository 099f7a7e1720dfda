#include "scanner/text/text_context.h"

#include "scanner/make_document.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

/// Context around the first "grant_type" of a text.
Context around(const std::string& path, const std::string& text) {
  const Document document = make_document(path, text);
  const Reader reader(document);
  const TextContext context(reader);
  const std::size_t at = document.text.find("grant_type");
  REQUIRE(at != std::string::npos);
  return context.around({at, at + 10});
}

}  // namespace

TEST_CASE("what stands around a request") {
  const Context found = around("a.py", R"(
def login():
    return requests.post(
        "https://sso.example.com/realms/shop/protocol/openid-connect/token",
        data={
            "grant_type": "password",
            "client_id": "stock-sync",
            "username": os.environ["USER_NAME"],
            "password": getpass.getpass(),
            "scope": "openid profile",
        })
)");
  CHECK(found.client_id == "stock-sync");
  CHECK(found.idp == "keycloak");
  CHECK(found.tenant == "shop");
  CHECK(found.scopes == std::vector<std::string>{"openid", "profile"});
  CHECK(found.user_from == CredentialSource::environment);
  CHECK(found.password_from == CredentialSource::prompt);
}

TEST_CASE("the nearest client counts, then the only one of the document") {
  const std::string far(40, '\n');
  CHECK(around("a.js", "a = {client_id: 'first'};" + far + "b = {grant_type: 'password', client_id: 'second'};").client_id == "second");
  CHECK(around("a.js", "const CLIENT_ID = 'only';" + far + "b = {grant_type: 'password'};").client_id == "only");
  CHECK(around("a.js", "a = {client_id: 'x'}; b = {client_id: 'y'};" + far + "c = {grant_type: 'password'};").client_id.empty());
}

TEST_CASE("constants and placeholders") {
  CHECK(around("A.java", "f.add(\"grant_type\", \"password\"); f.add(\"client_id\", CID); String CID = \"desk\";").client_id == "desk");
  CHECK(around("a.sh", "curl -d grant_type=password -d client_id=$CID").client_id == "${CID}");
}
