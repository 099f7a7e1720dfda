#include "rules/rule_set.h"

#include <array>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::rules;

TEST_CASE("the built-in rules load, and ids are found") {
  const auto set = load_rules({});
  if (!set)
    for (const Error& fault : set.error()) UNSCOPED_INFO(fault.text());
  REQUIRE(set);
  REQUIRE(set->find("token-request-password-grant") != nullptr);
  CHECK(set->find("token-request-password-grant")->info.kind == Kind::request);
  CHECK(set->find("no-such-rule") == nullptr);
}

TEST_CASE("two files of one id are a fault") {
  const std::string_view text =
      "id: a\ntitle: t\nkind: mention\nmatch: {text: {pattern: x}}\nmessage: m\nexplain: e\nfix: f\nreferences: []\n"
      "examples: {match: [{name: n, language: c, text: x}], no_match: [{name: n, language: c, text: y}]}\n";
  const std::array<EmbeddedFile, 2> files = {{{"code/a.yaml", text}, {"text/a.yaml", text}}};
  const auto set = load_rule_files(files);
  REQUIRE_FALSE(set);
  CHECK(set.error()[0].text() == "text/a.yaml: the id is already taken by code/a.yaml");
}

TEST_CASE("a folder that is not there is a fault") {
  const auto set = load_rules({"/no/such/folder"});
  REQUIRE_FALSE(set);
  CHECK(set.error()[0].text().find("/no/such/folder: the folder of rules cannot be read") == 0);
}
