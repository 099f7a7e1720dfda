#include "scanner/config/view.h"

#include "tests/scanner/config/support.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::config;

namespace {

/// The resolved value of the last node called `key`; '?' where a part stays unknown.
std::string value(const Seen& seen, std::string_view key) {
  std::string text = seen.view.value(seen.node(key)).text;
  std::replace(text.begin(), text.end(), '\x1a', '?');
  return text;
}

}  // namespace

TEST_CASE("placeholders are resolved in the document") {
  const Seen properties("properties", "id=desk\na.b=${id}-x\nc=${a.b}\nd=${e:f}\ng=${h}\n");
  CHECK(value(properties, "b") == "desk-x");
  CHECK(value(properties, "c") == "desk-x");
  CHECK(value(properties, "d") == "f");
  CHECK(value(properties, "g") == "?");
  CHECK_FALSE(properties.view.value(properties.node("g")).known);
  CHECK(properties.view.value(properties.node("g")).name == "h");
}

TEST_CASE("what a placeholder stands for is a related place") {
  const Seen seen("properties", "id=desk\na=${id}\n");
  const Value found = seen.view.value(seen.node("a"));
  REQUIRE(found.path.size() == 1);
  CHECK(found.path[0].where.line == 1);
}

TEST_CASE("variables and locals of Terraform") {
  const Seen seen("hcl",
                  "variable \"id\" {\n  default = \"desk\"\n}\nlocals {\n  l = var.id\n}\nresource \"x\" \"y\" {\n"
                  "  a = var.id\n  b = \"${local.l}-z\"\n  c = var.other\n  d = true\n}\n");
  CHECK(value(seen, "a") == "desk");
  CHECK(value(seen, "b") == "desk-z");
  CHECK_FALSE(seen.view.value(seen.node("c")).known);
  CHECK(seen.view.value(seen.node("c")).name == "var.other");
  CHECK(value(seen, "d") == "true");
}

TEST_CASE("variables of the nearest scope") {
  const Seen pipeline("yaml", "env:\n  A: outer\njobs:\n  j:\n    env:\n      A: inner\n    x: ${{ env.A }}\n  y: $A\n");
  CHECK(value(pipeline, "x") == "inner");
  CHECK(value(pipeline, "y") == "outer");
  const Seen template_("yaml", "Parameters:\n  P:\n    Type: String\n    Default: desk\nResources:\n  r: !Ref P\n");
  CHECK(value(template_, "r") == "desk");
  const Seen postman("json", R"({"item": [{"id": "{{cid}}"}], "variable": [{"key": "cid", "value": "desk"}]})");
  CHECK(value(postman, "id") == "desk");
}

TEST_CASE("the repository is asked last, a default after it") {
  Seen seen("yaml", "a: ${A:x}\nb: ${B:x}\n");
  seen.repository.known["A"] = "repository";
  CHECK(value(seen, "a") == "repository");
  CHECK(value(seen, "b") == "x");
}

TEST_CASE("placeholders that ask for each other stay unknown") {
  const Seen seen("properties", "a=${b}\nb=${a}\n");
  CHECK_FALSE(seen.view.value(seen.node("a")).known);
}

TEST_CASE("lists are their scalars") {
  const Seen seen("yaml", "a: [b, c]\n");
  CHECK(value(seen, "a") == "b\nc");
}

TEST_CASE("placeholders that multiply end") {
  std::string text;
  for (char c = 'a'; c < 'i'; ++c) {
    text += std::string(1, c) + "=";
    for (int i = 0; i < 100; ++i) text += "${" + std::string(1, static_cast<char>(c + 1)) + "}";
    text += "\n";
  }
  const Seen seen("properties", text + "i=x\n");
  CHECK_FALSE(seen.view.value(seen.node("a")).known);
}

TEST_CASE("Terraform expressions with a default") {
  Seen seen("hcl", "a = try(each.value.flag, false)\nb = lookup(each.value, \"other\", true)\nc = try(f(x), false)\n");
  seen.repository.known["each.value.flag"] = "true";
  CHECK(value(seen, "a") == "true");
  CHECK(value(seen, "b") == "true");
  CHECK_FALSE(seen.view.value(seen.node("c")).known);
}
