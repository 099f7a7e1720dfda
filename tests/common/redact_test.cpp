#include "common/redact.h"

#include <string>

#include "tests/support/catch.h"

using ropc::redact;

namespace {

/// Neither "hunter2" nor "anna" is left.
bool safe(const std::string& line) {
  const std::string out = redact(line).str();
  INFO(line << "\n  " << out);
  CHECK(out.find("hunter2") == std::string::npos);
  CHECK(out.find("anna") == std::string::npos);
  return out.find("hunter2") == std::string::npos && out.find("anna") == std::string::npos;
}

}  // namespace

TEST_CASE("secrets in forms, code, JSON and headers are replaced") {
  CHECK(redact("grant_type=password&username=anna&password=hunter2").str() ==
        "grant_type=password&username=[redacted]&password=[redacted]");
  CHECK(redact(R"(data = {"grant_type": "password", "password": "hunter2"})").str() ==
        R"(data = {"grant_type": "password", "password": "[redacted]"})");
  CHECK(redact(R"(form.add("client_secret", "s3cr3t");)").str() == R"(form.add("client_secret", "[redacted]");)");
  CHECK(redact("Authorization: Basic dXNlcjpwYXNzd29yZA==").str() == "Authorization: Basic [redacted]");
  CHECK(redact("url = 'https://anna:hunter2@id.example.com/token'").str() == "url = 'https://[redacted]@id.example.com/token'");
}

TEST_CASE("pairs of many languages") {
  CHECK(safe(R"(mapOf("grant_type" to "password", "username" to "anna", "password" to "hunter2"))"));
  CHECK(safe(R"(Map("username" -> "anna", "password" -> "hunter2"))"));
  CHECK(safe(R"(['username' => 'anna', 'password' => 'hunter2'])"));
  CHECK(safe(R"(new Dictionary<string, string> { { "username", "anna" }, { "password", "hunter2" } };)"));
  CHECK(safe(R"(new KeyValuePair<string, string>("password", "hunter2"))"));
  CHECK(safe(R"(append(form, "grant_type", "password", "username", "anna", "password", "hunter2"))"));
  CHECK(safe(R"(form["password"] = L"hunter2"; form[U("username")] = U("anna");)"));
  CHECK(safe(R"(params.put("password", new String("hunter2"));)"));
  CHECK(safe(R"(@{ @"username": @"anna", @"password": @"hunter2" })"));
  CHECK(safe(R"([p setObject:@"hunter2" forKey:@"password"];)"));
  CHECK(safe(R"([NSDictionary dictionaryWithObjectsAndKeys:@"anna", @"username", @"hunter2", @"password", nil])"));
  CHECK(safe(R"(<add key="Password" value="hunter2" />)"));
  CHECK(safe("<password>hunter2</password>"));
  CHECK(safe(R"({"key": "password", "value": "hunter2", "type": "text"})"));
  CHECK(safe(R"(body += "&password=" + "hunter2")"));
  CHECK(safe(R"("pass": "password": "hunter2")"));
}

TEST_CASE("command lines") {
  CHECK(safe("ropc --username anna --password hunter2 --realm shop"));
  CHECK(safe("az login -u anna:hunter2"));
  CHECK(safe("curl --user anna:hunter2 https://id.example.com"));
  CHECK(safe("curl -d 'username=anna&password=hunter2(x' https://id.example.com"));
  CHECK(safe("http -f POST :/token grant_type=password username=anna password=hunter2"));
  CHECK(safe("$env:PASSWORD='hunter2'"));
}

TEST_CASE("configuration files") {
  CHECK(safe("password: correct horse hunter2"));
  CHECK(safe("settlement.user = anna"));
  CHECK(safe("KC_ADMIN_PASSWORD=hunter2"));
  CHECK(safe("  - PASSWORD=hunter2"));
  CHECK(safe("password: '$hunter2'"));
}

TEST_CASE("placeholders, variables, lookups and types stay readable") {
  for (const std::string line : {
           R"(-d "password=$PASSWORD" -d grant_type=password)",
           R"(--data-urlencode password="$DEPLOY_PASSWORD")",
           R"(password: ${SETTLEMENT_PASSWORD})",
           R"(password = System.getenv("PASSWORD"))",
           R"("password={password}&username={{user}}")",
           R"(fun signIn(username: String, password: String))",
           R"(snprintf(b, n, "grant_type=password&username=%s&password=%s", u, p);)",
           R"(set PASSWORD=%PASSWORD%)",
           R"(grant_type=password)",
           R"(Send `grant_type=password` to the token endpoint.)",
       }) {
    INFO(line);
    CHECK(redact(line).str() == line);
  }
}

TEST_CASE("tokens and keys show themselves") {
  CHECK(redact("x = eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIi.c2ln").str() == "x = [redacted]");
  CHECK(redact("key 0123456789abcdef0123456789abcdef01234567").str() == "key [redacted]");
  CHECK(redact("see com/example/shop/settlement/TokenClientIntegrationTest1").str().find("TokenClient") != std::string::npos);
}

TEST_CASE("invalid bytes and length are bounded") {
  CHECK(redact("\xff\xfe").str() == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(redact(std::string(10'000, 'x')).str().size() < 300);
  CHECK(redact("").empty());
}
