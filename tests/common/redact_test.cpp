#include "common/redact.h"

#include "tests/support/catch.h"

using ropc::redact;

TEST_CASE("secrets in forms, code, JSON and headers are replaced") {
  CHECK(redact("grant_type=password&username=anna&password=hunter2").str() ==
        "grant_type=password&username=[redacted]&password=[redacted]");
  CHECK(redact(R"(data = {"grant_type": "password", "password": "hunter2"})").str() ==
        R"(data = {"grant_type": "password", "password": "[redacted]"})");
  CHECK(redact(R"(form.add("client_secret", "s3cr3t");)").str() == R"(form.add("client_secret", "[redacted]");)");
  CHECK(redact("Authorization: Basic dXNlcjpwYXNzd29yZA==").str().find("dXNlcjpw") == std::string::npos);
  CHECK(redact("url = 'https://anna:hunter2@id.example.com/token'").str().find("hunter2") == std::string::npos);
}

TEST_CASE("placeholders and variables stay readable") {
  CHECK(redact(R"(-d "password=$PASSWORD" -d grant_type=password)").str() ==
        R"(-d "password=$PASSWORD" -d grant_type=password)");
}

TEST_CASE("invalid bytes and length are bounded") {
  CHECK(redact("\xff\xfe").str() == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(redact(std::string(10'000, 'x')).str().size() < 300);
}
