#include "scanner/context/basic_client.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;

namespace {

/// What is read off `text`, whose first "grant_type" is the request.
std::string client(const std::string& text) {
  const std::size_t at = text.find("grant_type");
  const Document document{"a", text, "", LineIndex(text)};
  return basic_client(document, {at, at + 10}).value_or("");
}

}  // namespace

TEST_CASE("options of curl name the client before the colon") {
  CHECK(client("curl -u till:$SECRET -d grant_type=password") == "till");
  CHECK(client("curl --user 'till:s' \\\n  -d grant_type=password") == "till");
  CHECK(client("curl --user=\"till:${S}\" -d grant_type=password") == "till");
  CHECK(client("curl -u \"$CLIENT:$SECRET\" -d grant_type=password") == "$CLIENT");
  CHECK(client("curl -u \"${CLIENT_ID}:x\" -d grant_type=password") == "${CLIENT_ID}");
  CHECK(client("curl -u root -d grant_type=password") == "");
  CHECK(client("foo-u till:x -d grant_type=password") == "");
}

TEST_CASE("a literal that is encoded names the client before the colon") {
  CHECK(client("CURLOPT_USERPWD => 'giftcard-till:' . getenv('S'),\n'grant_type' => 'password'") == "giftcard-till");
  CHECK(client("f.Set(\"grant_type\", p)\nb := base64.StdEncoding.EncodeToString([]byte(\"refund:\" + s))") == "refund");
  CHECK(client("btoa(`portal:${secret}`) + grant_type") == "portal");
  CHECK(client("b64encode(f\"desk:{secret}\".encode()) grant_type") == "desk");
  CHECK(client("c=$(printf '%s:%s' ci-deploy \"$S\" | base64 -w0)\ncurl -d grant_type=password") == "ci-deploy");
  CHECK(client("Base64.encode(String.format(\"%s:%s\", \"batch\", secret)) grant_type") == "batch");
}

TEST_CASE("a pair of id and secret names the client") {
  CHECK(client("requests.post(url, data={'grant_type': 'password'}, auth=('till', secret))") == "till");
  CHECK(client("auth=HTTPBasicAuth(\n    \"till\", secret)\ngrant_type") == "till");
  CHECK(client("headers.setBasicAuth(\"till\", secret); grant_type") == "till");
  CHECK(client("'auth' => ['till', $secret], 'grant_type'") == "till");
  CHECK(client("new NetworkCredential(\"till\", secret); grant_type") == "till");
}

TEST_CASE("colons of other things name no client") {
  CHECK(client("base64 \"https:\" + grant_type") == "");
  CHECK(client("-H \"Authorization: Basic $C\" -d grant_type=password") == "");
  CHECK(client("'Authorization:' . $basic . 'grant_type'") == "");
  CHECK(client("base64 `json:\"access_token\"` grant_type") == "");  // a struct tag
  CHECK(client("{\"error\": \"x\", \"till:\": 1, grant_type") == "");  // nothing is encoded
  CHECK(client("print(\"till\", grant_type)") == "");
  CHECK(client("login(\"anna\", \"x\") grant_type") == "");
}

TEST_CASE("the nearest credentials count, those far away do not") {
  CHECK(client("curl -u one:x /a\n\ncurl -u two:x -d grant_type=password") == "two");
  CHECK(client("curl -u one:x /a" + std::string(20, '\n') + "grant_type") == "");
  CHECK(client("curl -u one:x " + std::string(10'000, 'a') + " grant_type") == "");
}
