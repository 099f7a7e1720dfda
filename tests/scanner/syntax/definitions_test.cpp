#include "scanner/syntax/definitions.h"

#include "tests/support/catch.h"

using namespace ropc::scanner::syntax;

namespace {

struct File {
  explicit File(const char* language, std::string source) : text(std::move(source)), tree(*parse(*find_language(language), text, {})), definitions(tree) {}
  std::string text;
  Tree tree;
  Definitions definitions;

  /// The last node that is written so.
  [[nodiscard]] NodeId node(std::string_view written) const {
    for (NodeId id = static_cast<NodeId>(tree.size()); id-- > 0;) {
      if (tree.text(id) == written) return id;
    }
    return kNone;
  }
  /// Values of what a name may mean at its last use.
  [[nodiscard]] std::vector<std::string> meant(std::string_view name) const {
    std::vector<std::string> out;
    for (const Definition* one : definitions.visible(name, node(name))) out.emplace_back(tree.text(one->value));
    return out;
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the last assignment before a use counts") {
  const File file("python", "def f():\n  g = 'a'\n  g = 'b'\n  use(g)\n  g = 'c'\n");
  const NodeId use = file.node("(g)");
  REQUIRE(use != kNone);
  const auto found = file.definitions.visible("g", use);
  REQUIRE(found.size() == 1);
  CHECK(file.tree.text(found[0]->value) == "'b'");
}

TEST_CASE("an assignment in a branch leaves the one before it possible") {
  const File file("python", "def f(x):\n  g = 'a'\n  if x:\n    g = 'b'\n  use(g)\n");
  CHECK(file.meant("g") == Texts{"'b'", "'a'"});
}

TEST_CASE("parameters, then the file") {
  const File file("python", "g = 'a'\ndef f(h='b'):\n  use(g, h)\n");
  CHECK(file.meant("h") == Texts{"'b'"});
  CHECK(file.meant("g") == Texts{"'a'"});
}

TEST_CASE("members are found by their type and by the object itself") {
  const File file("java", "class A { static final String G = \"x\"; String f() { return this.G; } }");
  REQUIRE(file.definitions.members("a", "G").size() == 1);
  CHECK(file.definitions.members("B", "G").empty());
  CHECK(file.definitions.own_members("G", file.node("this.G")).size() == 1);
}

TEST_CASE("annotations and tags give other names") {
  const File java("java", "class A { @SerializedName(\"grant_type\") String g = \"x\"; String h = \"y\"; }");
  CHECK(java.definitions.members("A", "g").front()->aliases == Texts{"grant_type"});
  CHECK(java.definitions.members("A", "h").front()->aliases.empty());
  const File go("go", "package p\ntype T struct { G string `json:\"grant_type,omitempty\"` }");
  CHECK(go.definitions.members("T", "G").front()->aliases == Texts{"grant_type"});
}

TEST_CASE("parameters of a function, with types and defaults") {
  const File go("go", "package p\nfunc f(a, b string, c int) {}");
  const auto three = parameters_of(go.tree, go.definitions.all("f")->front().node);
  REQUIRE(three.size() == 3);
  CHECK(three[1].name == "b");
  CHECK(go.tree.text(three[1].type) == "string");
  const File python("python", "class A:\n  def f(self, a, b='x'): pass\n");
  const auto two = parameters_of(python.tree, python.definitions.all("f")->front().node);
  REQUIRE(two.size() == 2);
  CHECK(two[0].name == "a");
  CHECK(python.tree.text(two[1].value) == "'x'");
}

TEST_CASE("arguments by position and by name") {
  const auto described = [](const char* language, const std::string& text) {
    const File file(language, text);
    std::string out;
    for (NodeId id = 0; id < file.tree.size(); ++id) {
      const Form form = file.tree.form(id);
      if (form != Form::call && form != Form::create && form != Form::message && form != Form::command) continue;
      for (const ArgumentNode& one : arguments_of(file.tree, id)) out += one.name + "=" + std::string(file.tree.text(one.value)) + ";";
      break;
    }
    return out;
  };
  CHECK(described("python", "f(1, a=2)") == "=1;a=2;");
  CHECK(described("csharp", "new A(1) { B = 2 };") == "=1;B=2;");
  CHECK(described("swift", "f(a: 1, 2)") == "a=1;=2;");
  CHECK(described("objective-c", "void g(void) { [o a:1 b:2]; }") == "a=1;b=2;");
  CHECK(described("bash", "curl -s --data x=y url") == "s=;data=x=y;=url;");
  CHECK(described("powershell", "Get-X -A b -C") == "A=b;C=;");
  CHECK(described("perl", "f(a => 1, 2);") == "a=1;=2;");
  CHECK(described("ruby", "f 1, a: 2") == "=1;a=2;");
}

TEST_CASE("the object itself") {
  const File file("php", "<?php class A { function f() { return $this->g; } }");
  CHECK(is_self(file.tree, file.node("$this")));
  CHECK_FALSE(is_self(file.tree, file.node("g")));
}

TEST_CASE("an object that belongs to nothing ends the search for its holder") {
  const File file("javascript", "({ grant_type: 'password' })\n");
  CHECK(file.definitions.all("grant_type") == nullptr);
}
