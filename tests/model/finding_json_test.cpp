#include "model/finding_json.h"

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using namespace ropc;

TEST_CASE("a finding comes back whole") {
  Finding f;
  f.rule_id = "r";
  f.kind = Kind::enable;
  f.level = Level::warning;
  f.confidence = Confidence::certain;
  f.construct = "dictionary";
  f.language = "python";
  f.eye = "syntax";
  f.where = {"a/b.py", 3, 5, 4, 9};
  f.related = {{{"c.py", 1, 1, 1, 4}, "defined here", redact("X = 1")}};
  f.flow = f.related;
  f.excerpt = redact("x");
  f.message = "m";
  f.client_id = "till";
  f.endpoint = "https://id.example.com/token";
  f.scopes = {"openid"};
  f.password_from = CredentialSource::vault;
  f.test_code = true;
  f.suppressed = "until May";
  f.fingerprint = "f";
  f.line_hash = "1:1";
  f.utf16_column = 5;
  f.utf16_end_column = 9;
  const Finding back = finding_from_json(to_json(f));
  CHECK(to_json(back) == to_json(f));
  CHECK(back.related == f.related);
  CHECK(back.where == f.where);
  CHECK(back.client_id == f.client_id);
  CHECK_FALSE(back.tenant);
  CHECK(back.suppressed == f.suppressed);
}

TEST_CASE("JSON of another shape keeps the defaults and does not throw") {
  for (const char* text : {"[]", "7", "null", R"({"where":7,"related":{},"scopes":[1],"kind":"x","utf16Column":-1})"}) {
    const Finding f = finding_from_json(nlohmann::json::parse(text));
    CHECK(f.rule_id.empty());
    CHECK(f.kind == Kind::request);
  }
}
