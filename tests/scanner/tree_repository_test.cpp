#include "scanner/tree_repository.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace ropc;
using namespace ropc::scanner;

TEST_CASE("placeholders: the nearest folder wins, differing values are none") {
  const test::TempFolder tree;
  tree.write(".env", "ID=root\nONLY=here\n");
  tree.write("a/.env", "ID=in-a\n");
  tree.write("b/.env.dev", "ID=one\n");
  tree.write("b/.env.prod", "ID=two\n");
  const auto source = TreeSource::open(tree.path(), 1000);
  REQUIRE(source);
  const TreeRepository repository(*source);
  CHECK(repository.placeholder("ID", "a/src/x.py") == "in-a");
  CHECK(repository.placeholder("ID", "c/x.py") == "root");
  CHECK(repository.placeholder("ID", "b/x.py") == std::nullopt);
  CHECK(repository.placeholder("only", "b/x.py") == "here");
  CHECK(repository.placeholder("NONE", "x.py") == std::nullopt);
}

TEST_CASE("documents of the tree can be opened, others not") {
  const test::TempFolder tree;
  tree.write("a.py", "x = 1");
  const auto source = TreeSource::open(tree.path(), 1000);
  REQUIRE(source);
  const TreeRepository repository(*source);
  const auto document = repository.open("a.py");
  REQUIRE(document);
  CHECK(document->language == "python");
  CHECK_FALSE(repository.open("b.py"));
}
