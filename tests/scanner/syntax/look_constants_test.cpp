#include "tests/scanner/syntax/seen.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::syntax;

namespace {

std::string pairs(const char* language, const std::string& text) { return test::seen_pairs(language, text); }

}  // namespace

TEST_CASE("a constant is named after the grant, stands in its type, or beside the other grants") {
  CHECK(pairs("c", "#define SHOP_GRANT_TYPE_OWNER \"password\"") == "constant:=password;");
  CHECK(pairs("java", "enum GrantType { PASSWORD(\"password\"), CODE(\"code\") }") == "constant:=password;");
  CHECK(pairs("javascript", "const GRANTS = { OWNER: 'password' };") == "constant:=password;");
  CHECK(pairs("go", "package p\nconst (\n Password = \"password\"\n Machine = \"client_credentials\"\n)") == "constant:=password;");
  CHECK(pairs("python", "PASSWORD = 'password'\nUSER = 'user'").empty());
  CHECK(pairs("python", "GRANTED = 'password'").empty());
  CHECK(pairs("python", "def f():\n    grant = 'password'").empty());
}

TEST_CASE("values in the order of a type's fields") {
  CHECK(pairs("go", "package p\ntype r struct { User string; Grant string `json:\"grant_type\"` }\nvar x = r{\"u\", \"password\"}") == "entry=password;");
  CHECK(pairs("go", "package p\ntype r struct { User string; Grant string `json:\"grant_type\"` }\nvar x = r{\"password\"}").empty());
}

TEST_CASE("the head of a function is compared with what comes") {
  CHECK(pairs("elixir", "defmodule S do\n  def grant_type_to_mod(\"password\"), do: Owner\nend") == "comparison?=password;");
  CHECK(pairs("elixir", "defmodule S do\n  def kind(\"password\"), do: Owner\nend").empty());
}

TEST_CASE("a field is the key that CodingKeys call it") {
  CHECK(pairs("swift", "struct R {\n let owner = \"password\"\n enum CodingKeys: String, CodingKey { case owner = \"grant_type\" }\n}") == "field=password;");
}
