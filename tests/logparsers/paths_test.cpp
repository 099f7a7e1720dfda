#include "logparsers/paths.h"

#include "tests/support/catch.h"

using namespace ropc::logparsers;

TEST_CASE("a key map finds exact bytes") {
  KeyMap map;
  for (int i = 0; i < 100; ++i) map.insert("key" + std::to_string(i), i);
  const std::string text = "key57 key1 key100 KEY57        ";
  const std::string_view view(text);
  CHECK(map.find(view.substr(0, 5)) == 57);
  CHECK(map.find(view.substr(6, 4)) == 1);
  CHECK(map.find(view.substr(11, 6)) == -1);
  CHECK(map.find(view.substr(18, 5)) == -1);
  CHECK(KeyMap().find(view.substr(0, 5)) == -1);
}

TEST_CASE("the same path has one slot, and is a column too") {
  PathSet paths;
  const int slot = paths.add("a.b");
  CHECK(paths.add("a.b") == slot);
  CHECK(paths.add("a.c") != slot);
  CHECK(paths.column("a.b") >= 0);
  CHECK(paths.node(paths.column("a.b")).slots == std::vector<int>{slot});
  CHECK(paths.column("zzz") == -1);
  paths.add("Date (UTC)");
  CHECK(paths.column("Date (UTC)") >= 0);
}
