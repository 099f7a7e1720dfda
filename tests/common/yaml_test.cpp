#include "common/yaml.h"

#include <string>

#include "tests/support/catch.h"

using ropc::ErrorCode;
using ropc::parse_yaml;
using ropc::YamlNode;

TEST_CASE("documents become nodes with their lines") {
  const auto documents = parse_yaml("id: a-rule\nlist:\n  - one\n  - 'two'\nempty:\n---\nnext\n", "a.yaml");
  REQUIRE(documents);
  REQUIRE(documents->size() == 2);
  const YamlNode& first = documents->front();
  REQUIRE(first.is_map());
  REQUIRE(first.find("id") != nullptr);
  CHECK(first.find("id")->scalar == "a-rule");
  CHECK_FALSE(first.find("id")->quoted);
  CHECK(first.find("missing") == nullptr);
  CHECK(first.key_lines == std::vector<std::uint32_t>{1, 2, 5});
  const YamlNode* list = first.find("list");
  REQUIRE(list->is_list());
  REQUIRE(list->items.size() == 2);
  CHECK(list->items[1].scalar == "two");
  CHECK(list->items[1].quoted);
  CHECK(list->items[1].line == 4);
  CHECK(first.find("empty")->type == YamlNode::Type::null);
  CHECK(documents->back().is_scalar());
  CHECK(documents->back().find("id") == nullptr);
}

TEST_CASE("block text keeps its lines and counts as quoted") {
  const auto documents = parse_yaml("text: |\n  one\n  two\n", "a.yaml");
  REQUIRE(documents);
  const YamlNode* text = documents->front().find("text");
  CHECK(text->scalar == "one\ntwo\n");
  CHECK(text->quoted);
}

TEST_CASE("broken YAML is an error with its place") {
  const auto documents = parse_yaml("id: [a, b\nnext: \"x", "rules/a.yaml");
  REQUIRE_FALSE(documents);
  CHECK(documents.error().code == ErrorCode::syntax);
  CHECK(documents.error().where.starts_with("rules/a.yaml"));
}

TEST_CASE("anchors that multiply are refused, not expanded") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int n = 1; n < 10; ++n) text += ", " + before;
    text += "]\n";
  }
  const auto documents = parse_yaml(text, "bomb.yaml");
  REQUIRE_FALSE(documents);
  CHECK(documents.error().code == ErrorCode::limit);
}

TEST_CASE("depth is bounded") {
  const auto documents = parse_yaml(std::string(102, '[') + std::string(102, ']'), "deep.yaml");
  REQUIRE_FALSE(documents);
  CHECK(parse_yaml(std::string(50, '[') + std::string(50, ']'), "flat.yaml"));
}
