#include "common/yaml_reader.h"

#include <array>

#include "tests/support/catch.h"

using namespace ropc;

namespace {

constexpr std::array<YamlKey, 4> kKeys = {{{"name", true}, {"count"}, {"on"}, {"list"}}};

YamlNode map_of(const std::string& text) {
  auto documents = parse_yaml(text, "a.yaml");
  REQUIRE(documents);
  return documents->front();
}

}  // namespace

TEST_CASE("values are read in their types") {
  YamlReader reader("a.yaml");
  const YamlNode map = map_of("name: n\ncount: 3\non: true\nlist: [a, b]\n");
  CHECK(reader.check_map(map, "thing", kKeys));
  CHECK(reader.text(map, "name") == "n");
  CHECK(reader.number(map, "count") == 3);
  CHECK(reader.flag(map, "on"));
  CHECK(reader.texts(map, "list") == std::vector<std::string>{"a", "b"});
  CHECK(reader.texts(map, "name") == std::vector<std::string>{"n"});
  CHECK(reader.ok());
}

TEST_CASE("all faults are kept, each with its line") {
  YamlReader reader("a.yaml");
  const YamlNode map = map_of("naem: n\ncount: -3\non: 'true'\nlist: {a: b}\ncount: 1\n");
  CHECK(reader.check_map(map, "thing", kKeys));
  (void)reader.number(map, "count");
  (void)reader.flag(map, "on");
  (void)reader.texts(map, "list");
  std::string all;
  for (const Error& fault : reader.faults()) all += fault.text() + "\n";
  CHECK(all ==
        "a.yaml:1: \"naem\" is no known key of a thing, did you mean \"name\"?\n"
        "a.yaml:5: the key \"count\" is there twice\n"
        "a.yaml:1: the thing has no \"name\"\n"
        "a.yaml:2: \"count\" must be a whole number from 0\n"
        "a.yaml:3: \"on\" must be true or false\n"
        "a.yaml:4: \"list\" must be a text or a list of texts\n");
}
