// Each language has a seed from which tests/fuzz/fuzz_syntax.cpp reaches its grammar and its table.
#include "scanner/syntax/tree.h"
#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

using namespace ropc;
using namespace ropc::scanner::syntax;

TEST_CASE("each language has a seed that its grammar reads, with sites in it") {
  for (const Language* language : languages()) {
    INFO(language->id);
    const std::vector<std::string> lines = test::lines_of("tests/fuzz/corpus/syntax/" + std::string(language->id));
    REQUIRE(lines.size() > 5);
    CHECK(lines.front() == language->id);
    std::string text;
    for (std::size_t i = 1; i < lines.size(); ++i) text += lines[i] + "\n";
    CHECK(text.find("password") != std::string::npos);
    const auto tree = parse(*language, text, {});
    REQUIRE(tree);
    CHECK(tree->size() > 30);
    CHECK(tree->broken() < 0.2);
  }
}
