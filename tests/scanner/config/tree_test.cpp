#include "scanner/config/tree.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::config;

TEST_CASE("names are the same whatever their spelling") {
  CHECK(same_folded("grant_type", "grantType"));
  CHECK(same_folded("GRANT-TYPE", "grant.type"));
  CHECK_FALSE(same_folded("grant_type", "grant_types"));
  CHECK(same_folded("", "_"));
}

TEST_CASE("a tree holds text of the document and text of its own") {
  Tree tree("key: value");
  const NodeId map = tree.add(kRoot, NodeType::map, {}, 0);
  const NodeId id = tree.add(map, NodeType::scalar, tree.slice(0, 3), 0);
  tree.at(id).value = tree.slice(5, 99);
  CHECK(tree.key(id) == "key");
  CHECK(tree.value(id) == "value");
  tree.at(id).value = tree.pooled("other");
  CHECK(tree.value(id) == "other");
  CHECK(tree.child(map, "KEY") == id);
  CHECK(tree.child(map, "none") == kNoNode);
}
