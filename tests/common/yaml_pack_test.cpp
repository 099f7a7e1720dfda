#include "common/yaml_pack.h"

#include "tests/support/catch.h"

using namespace ropc;

namespace {

/// Everything of a node, so that two of them can be compared.
std::string told(const YamlNode& node) {
  std::string out = std::to_string(static_cast<int>(node.type)) + "@" + std::to_string(node.line) + (node.quoted ? "q" : "") +
                    "'" + node.scalar + "'";
  for (const YamlNode& item : node.items) out += "[" + told(item) + "]";
  for (std::size_t i = 0; i < node.entries.size(); ++i)
    out += "{" + std::to_string(node.key_lines[i]) + node.entries[i].first + ":" + told(node.entries[i].second) + "}";
  return out;
}

std::string told(const std::vector<YamlNode>& documents) {
  std::string out;
  for (const YamlNode& document : documents) out += told(document) + ";";
  return out;
}

constexpr const char* kText = "id: a-rule\nlist: [one, 'two', ~]\nmap:\n  empty: ''\n  nested: {x: [1, {y: 2}]}\n---\nnext\n";

}  // namespace

TEST_CASE("what was packed comes back whole") {
  const auto documents = parse_yaml(kText, "a.yaml");
  REQUIRE(documents);
  const auto again = unpack_yaml(pack_yaml(*documents), "a.yaml");
  REQUIRE(again);
  CHECK(told(*again) == told(*documents));
}

TEST_CASE("damaged bytes are an error, wherever they are cut") {
  const std::string bytes = pack_yaml(parse_yaml(kText, "a.yaml").value());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto cut = unpack_yaml(std::string_view(bytes).substr(0, size), "a.yaml");
    REQUIRE_FALSE(cut);
    CHECK(cut.error().where == "a.yaml");
  }
  CHECK_FALSE(unpack_yaml(bytes + "x", "a.yaml"));
  CHECK_FALSE(unpack_yaml(std::string(64, '\xff'), "a.yaml"));
}

TEST_CASE("a file of the program is read packed or as it was written") {
  const std::string packed = pack_yaml(parse_yaml(kText, "a.yaml").value());
  const auto from_pack = yaml_of({"a.yaml", packed, true}, "a.yaml");
  const auto from_text = yaml_of({"a.yaml", kText}, "a.yaml");
  REQUIRE(from_pack);
  REQUIRE(from_text);
  CHECK(told(*from_pack) == told(*from_text));
}
