#include "scanner/syntax/tree.h"

#include "scanner/syntax/grammar.h"
#include "tests/support/catch.h"

using namespace ropc::scanner::syntax;

namespace {

Tree tree_of(const char* language, const std::string& text) {
  auto tree = parse(*find_language(language), text, {});
  REQUIRE(tree);
  return *std::move(tree);
}

NodeId first(const Tree& tree, Form form) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.form(id) == form) return id;
  }
  return kNone;
}

}  // namespace

TEST_CASE("the tables name what the grammars have") {
  for (const Language* language : languages()) {
    for (const std::string_view unknown : grammar_of(*language).unknown) {
      INFO(language->id << ": " << unknown);
      // TSX has no `<T>value`; the table is TypeScript's.
      CHECK((language->id == "tsx" && unknown == "type_assertion"));
    }
  }
}

TEST_CASE("languages are found by id, and sorted") {
  CHECK(find_language("python") != nullptr);
  CHECK(find_language("cobol") == nullptr);
  for (std::size_t i = 1; i < languages().size(); ++i) CHECK(languages()[i - 1]->id < languages()[i]->id);
}

TEST_CASE("nodes know their places, slots and names") {
  const std::string text = "client.tokens.get(url, scope='x')  # why\n";
  const Tree tree = tree_of("python", text);
  const NodeId call = first(tree, Form::call);
  REQUIRE(call != kNone);
  CHECK(tree.text(call) == "client.tokens.get(url, scope='x')");
  CHECK(tree.name(tree.slot(call, 0)) == "get");
  CHECK(tree.dotted(tree.slot(call, 0)) == "client.tokens.get");
  CHECK(tree.form(tree.slot(call, 1)) == Form::arguments);
  CHECK(tree.slot(call, 2) == kNone);
  CHECK(first(tree, Form::comment) != kNone);
  CHECK(tree.broken() == 0.0);
}

TEST_CASE("what stands between two nodes, without comments") {
  const std::string text = "x = a /* why */ + /* not */ b;";
  const Tree tree = tree_of("javascript", text);
  const NodeId sum = first(tree, Form::binary);
  REQUIRE(sum != kNone);
  CHECK(tree.between(tree.slot(sum, 0), tree.slot(sum, 1)) == "+");
}

TEST_CASE("names of any language are words between dots") {
  const std::string text = "<?php \\League\\OAuth2\\Client::make($this->id);";
  const Tree tree = tree_of("php", text);
  const NodeId call = first(tree, Form::call);
  REQUIRE(call != kNone);
  CHECK(tree.dotted(call) == "League.OAuth2.Client.make");
}

TEST_CASE("limits are met, not passed") {
  ParseLimits small;
  small.bytes = 10;
  CHECK_FALSE(parse(*find_language("python"), "x = 'a long line'", small));
  CHECK_FALSE(parse(*find_language("python"), std::string(5'000, '('), {}));
  ParseLimits few;
  few.nodes = 3;
  CHECK_FALSE(parse(*find_language("python"), "x = [1, 2, 3, 4]", few));
}

TEST_CASE("deep trees are walked without recursion") {
  std::string text = "x = ";
  for (int i = 0; i < 1'500; ++i) text += "(";
  text += "1";
  for (int i = 0; i < 1'500; ++i) text += ")";
  const Tree tree = tree_of("python", text);
  CHECK(tree.size() > 1'500);
  CHECK(tree.broken() < 0.1);
}

TEST_CASE("broken text still gives a tree, and says how broken") {
  const std::string text = "%%% (((( ]] garbage ;;; <<<<";
  const auto tree = parse(*find_language("java"), text, {});
  REQUIRE(tree);
  CHECK(tree->broken() > 0.0);
}
