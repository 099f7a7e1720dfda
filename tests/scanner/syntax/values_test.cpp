#include "scanner/syntax/values.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner::syntax;

namespace {

struct Outside : Elsewhere {
  [[nodiscard]] std::optional<ForeignValue> constant(std::string_view qualifier, std::string_view name) const override {
    if (qualifier == "Consts" && name == "G") return ForeignValue{"password", {{"consts.py", 3, 1, 3, 9}, "the value is defined here", {}}};
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name) const override {
    return name == "CLIENT" ? std::optional<std::string>("shop") : std::nullopt;
  }
};

/// What the argument of `use(…)` comes to; alternatives between '|', unknown parts as '?'.
std::string meant(const char* language, const std::string& text) {
  const auto tree = parse(*find_language(language), text, {});
  REQUIRE(tree);
  const Definitions definitions(*tree);
  const Outside outside;
  const Values values(*tree, definitions, &outside);
  for (NodeId id = 0; id < tree->size(); ++id) {
    if (tree->form(id) != Form::call || tree->name(tree->slot(id, 0)) != "use") continue;
    std::string out;
    for (const Meaning& one : values.of(arguments_of(*tree, id).front().value)) {
      std::string part = one.text;
      for (char& c : part) c = c == kUnknown ? '?' : c;
      out += (out.empty() ? "" : "|") + (one.known || !part.empty() ? part : "?");
    }
    return out;
  }
  return "no use";
}

Meaning meaning(const char* language, const std::string& text, std::string& keep, std::optional<Tree>& tree) {
  keep = text;
  tree = parse(*find_language(language), keep, {});
  const Definitions definitions(*tree);
  const Outside outside;
  const Values values(*tree, definitions, &outside);
  for (NodeId id = 0; id < tree->size(); ++id) {
    if (tree->form(id) == Form::call && tree->name(tree->slot(id, 0)) == "use") return values.first(arguments_of(*tree, id).front().value);
  }
  return {};
}

}  // namespace

TEST_CASE("texts are put together") {
  CHECK(meant("python", "use('a' + 'b' 'c')") == "abc");
  CHECK(meant("python", "x = 'b'\nuse(f'a{x}c{y}')") == "abc?");
  CHECK(meant("python", "use('%s-%s' % ('a', z))") == "a-?");
  CHECK(meant("python", "use('{0}{name}'.format('a', name='b'))") == "ab");
  CHECK(meant("java", "class A { void f() { use(String.format(\"%2$s%1$s\", \"b\", \"a\")); } }") == "ab");
  CHECK(meant("java", "class A { void f() { use(new StringBuilder().append(\"a\").append(x).toString()); } }") == "a?");
  CHECK(meant("javascript", "use(['a', 'b'].join('&'))") == "a&b");
  CHECK(meant("csharp", "use($\"a{1}\" + 'b');") == "a1b");
}

TEST_CASE("names are followed") {
  CHECK(meant("python", "A = 'x'\nB = A\nuse(B)") == "x");
  CHECK(meant("python", "use(unknown)") == "?");
  CHECK(meant("python", "use(Consts.G)") == "password");
  CHECK(meant("python", "use('a' if c else 'b')") == "a|b");
  CHECK(meant("javascript", "use(x || 'b')") == "b|?");
  CHECK(meant("python", "import os\nuse(os.getenv('CLIENT', 'other'))") == "shop|other");
  CHECK(meant("javascript", "use(process.env.CLIENT)") == "shop");
  CHECK(meant("javascript", "const g = () => 'x'; use(g())") == "x");
  CHECK(meant("go", "package p\nfunc g(r bool) string { if r { return \"a\" }\n return \"b\" }\nfunc f() { use(g(true)) }") == "a|b");
}

TEST_CASE("a name that means itself comes to nothing") {
  CHECK(meant("python", "def f():\n  a = b\n  b = a\n  use(a)\n") == "?");
  CHECK(meant("javascript", "const a = a + 'x'; use(a)").size() < 100);
}

TEST_CASE("long sums are taken apart without recursion") {
  std::string text = "use('a'";
  for (int i = 0; i < 3'000; ++i) text += " + 'b'";
  CHECK_FALSE(meant("python", text + ")").empty());
}

TEST_CASE("where a value comes from") {
  std::string keep;
  std::optional<Tree> tree;
  CHECK(meaning("python", "use('x')", keep, tree).source == CredentialSource::literal);
  CHECK(meaning("python", "use(os.environ['P'])", keep, tree).source == CredentialSource::environment);
  CHECK(meaning("python", "use(getpass('P'))", keep, tree).source == CredentialSource::prompt);
  CHECK(meaning("python", "def f(p):\n  use(p)", keep, tree).source == CredentialSource::parameter);
  CHECK(meaning("python", "use(vault.read('x'))", keep, tree).source == CredentialSource::unknown);
  CHECK(meaning("python", "use(settings.get('x'))", keep, tree).source == CredentialSource::configuration);
}

TEST_CASE("the parameter that a value is, and its default") {
  std::string keep;
  std::optional<Tree> tree;
  const Meaning plain = meaning("python", "def f(p):\n  use(p)", keep, tree);
  CHECK(plain.parameter != kNone);
  CHECK_FALSE(plain.known);
  const Meaning given = meaning("python", "def f(p='x'):\n  use(p)", keep, tree);
  CHECK(given.parameter != kNone);
  CHECK(given.text == "x");
}

TEST_CASE("definitions elsewhere are told") {
  std::string keep;
  std::optional<Tree> tree;
  const Meaning found = meaning("python", "use(Consts.G)", keep, tree);
  REQUIRE(found.foreign.size() == 1);
  CHECK(found.foreign[0].where.path == "consts.py");
}

TEST_CASE("types of objects") {
  const auto type = [](const char* language, const std::string& text) {
    const auto tree = parse(*find_language(language), text, {});
    const Definitions definitions(*tree);
    const Values values(*tree, definitions, nullptr);
    for (NodeId id = 0; id < tree->size(); ++id) {
      if (tree->form(id) == Form::call && tree->name(tree->slot(id, 0)) == "use") return values.type_of(arguments_of(*tree, id).front().value);
    }
    return std::string("no use");
  };
  CHECK(type("python", "c = keycloak.KeycloakOpenID()\nuse(c)") == "keycloak.KeycloakOpenID");
  CHECK(type("java", "class A { private AuthApi api; void f() { use(api); } }") == "AuthApi");
  CHECK(type("java", "class A { void f(AuthApi a) { use(a); } }") == "AuthApi");
  CHECK(type("java", "class A { void f() { var b = KeycloakBuilder.builder(); use(b); } }") == "KeycloakBuilder");
  CHECK(type("typescript", "class A { constructor(private s: OAuthService) {} f() { use(this.s) } }") == "OAuthService");
  CHECK(type("csharp", "class A { void F() { var c = new HttpClient(); use(c); } }") == "HttpClient");
  CHECK(type("go", "package p\nfunc f() { c := make(); use(c) }").empty());
}
