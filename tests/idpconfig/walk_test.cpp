#include "idpconfig/walk.h"

#include <sstream>

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;

namespace {

/// Captures what stands at one of the paths, descends to them, and writes down what comes.
class Recorder : public Visitor {
 public:
  explicit Recorder(std::vector<Path> wanted) : wanted_(std::move(wanted)) {}
  Want want(const Path& path) override {
    for (const Path& w : wanted_) {
      if (w == path) return Want::capture;
      if (path.size() < w.size() && std::equal(path.begin(), path.end(), w.begin())) return Want::descend;
    }
    return Want::skip;
  }
  bool value(const Path& path, YamlNode node) override {
    paths.push_back(path);
    nodes.push_back(std::move(node));
    return nodes.size() < stop_after;
  }
  bool leave(const Path& path) override {
    left.push_back(path);
    return true;
  }

  std::vector<Path> paths;
  std::vector<YamlNode> nodes;
  std::vector<Path> left;
  std::size_t stop_after = 100;

 private:
  std::vector<Path> wanted_;
};

}  // namespace

TEST_CASE("a value is captured with the lines of its nodes, the rest is skipped") {
  Recorder seen(std::vector<Path>{{"clients", "[]"}});
  const Walk walk = walk_json("{\"users\": [{\"a\": [1, 2, {\"b\": null}]}],\n \"clients\": [\n  {\"id\": \"x\",\n"
                              "   \"n\": 12\n  },\n  7]}", seen);
  CHECK(walk.end == Walk::End::complete);
  REQUIRE(seen.nodes.size() == 2);
  CHECK(seen.nodes[0].line == 3);
  REQUIRE(seen.nodes[0].find("n") != nullptr);
  CHECK(seen.nodes[0].find("n")->scalar == "12");
  CHECK(seen.nodes[0].find("n")->line == 4);
  CHECK(seen.nodes[1].scalar == "7");
  CHECK(seen.left == std::vector<Path>{{"clients"}, {}});
}

TEST_CASE("a stream is read like a text") {
  const std::string text = "[" + std::string(200'000, ' ') + "\n{\"id\": \"a\"}]";
  std::istringstream in(text);
  Recorder seen({{"[]"}});
  CHECK(walk_json(in, seen).end == Walk::End::complete);
  REQUIRE(seen.nodes.size() == 1);
  CHECK(seen.nodes[0].line == 2);
}

TEST_CASE("the root itself can be captured") {
  Recorder seen(std::vector<Path>{Path()});
  CHECK(walk_json("{\"a\": {\"b\": true}}", seen).end == Walk::End::complete);
  REQUIRE(seen.nodes.size() == 1);
  REQUIRE(seen.nodes[0].find("a") != nullptr);
  CHECK(seen.nodes[0].find("a")->find("b")->scalar == "true");
}

TEST_CASE("a visitor can stop the walk") {
  Recorder seen({{"[]"}});
  seen.stop_after = 1;
  CHECK(walk_json("[1, 2, 3]", seen).end == Walk::End::stopped);
  CHECK(seen.nodes.size() == 1);
}

TEST_CASE("a cut or wrong document is broken at its line") {
  for (const char* text : {"[1,\n2", "[1,\n}", "{\"a\":\n\x01}", "[1]\nx", "{\"a\": \"\n\xff\"}"}) {
    Recorder seen({{"[]"}});
    const Walk walk = walk_json(text, seen);
    CAPTURE(text);
    CHECK(walk.end == Walk::End::broken);
    CHECK(walk.line == 2);
  }
}

TEST_CASE("nesting that is skipped may be deep; a captured value may not") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  Recorder seen({{"x"}});
  CHECK(walk_json("{\"y\": " + deep + ", \"x\": 1}", seen).end == Walk::End::complete);
  CHECK(seen.nodes.size() == 1);
  Recorder captured({{"x"}});
  CHECK(walk_json("{\"x\": " + deep + "}", captured).end == Walk::End::too_large);
}

TEST_CASE("a captured value of too many nodes is refused") {
  std::string many = "{\"x\": [0";
  for (int i = 0; i < 110'000; ++i) many += ",1";
  Recorder seen({{"x"}});
  CHECK(walk_json(many + "]}", seen).end == Walk::End::too_large);
}

TEST_CASE("a document in memory is walked the same way") {
  const auto documents = parse_yaml("clients:\n  - id: a\n  - id: b\nother: {x: [1, 2]}\n", "t.yaml");
  REQUIRE(documents);
  Recorder seen(std::vector<Path>{{"clients", "[]"}});
  CHECK(walk_node(documents->front(), seen).end == Walk::End::complete);
  REQUIRE(seen.nodes.size() == 2);
  CHECK(seen.nodes[1].find("id")->scalar == "b");
  CHECK(seen.left == std::vector<Path>{{"clients"}, {}});
}
