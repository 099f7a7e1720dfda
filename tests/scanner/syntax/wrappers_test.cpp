#include "scanner/syntax/wrappers.h"

#include "rules/rule_loader.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::scanner;
using namespace ropc::scanner::syntax;

namespace {

const RuleMatcher& matcher() {
  static const rules::RuleSet set = [] {
    const auto rule = rules::load_rule(
        "id: demo\ntitle: A rule\nkind: request\nmatch: [{pair: {keys: [grant_type], values: [password]}}]\n"
        "message: m\nexplain: e\nfix: f\nreferences: [https://example.com]\nexamples:\n"
        "  match: [{name: a, language: python, text: x}]\n  no_match: [{name: b, language: python, text: y}]\n",
        "demo.yaml");
    rules::RuleSet out;
    out.rules.push_back(rule.value());
    return out;
  }();
  static const RuleMatcher made(set);
  return made;
}

/// Functions that are sinks, and the calls of them, as "name/index" and "line=value".
std::string followed(const char* language, const std::string& text) {
  const Document document{.path = "a", .text = text, .language = language, .lines = LineIndex(text)};
  const auto tree = parse(*find_language(language), document.text, {});
  const Definitions definitions(*tree);
  const Values values(*tree, definitions, nullptr);
  Sight sight = look(values, matcher());
  Sinks sinks;
  std::string out;
  for (const Sink& sink : sinks_of(sight, values, document)) {
    sinks[sink.function].push_back(sink);
    out += sink.function + "/" + std::to_string(sink.index) + " ";
  }
  const std::size_t before = sight.pairs.size();
  follow_calls(sinks, values, document, sight);
  for (std::size_t i = before; i < sight.pairs.size(); ++i) {
    out += std::to_string(document.lines.line(sight.pairs[i].where.begin)) + "=" + sight.pairs[i].value.text + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("a parameter that reaches the key makes its function a sink") {
  CHECK(followed("python", "def f(a, g):\n  post({'grant_type': g})\nf(1, 'x')\nf(1, g='y')\nf(2)\n") == "f/1 3=x 4=y ");
  CHECK(followed("python", "def f(g='d'):\n  post({'grant_type': g})\nf()\n") == "f/0 3=d ");
}

TEST_CASE("values that are handed on are followed") {
  CHECK(followed("python", "def f(g):\n  post({'grant_type': g})\ndef h(a, b):\n  f(b)\nh(1, 'x')\n") == "f/0 4= 5=x ");
}

TEST_CASE("a function that calls itself ends") {
  CHECK(followed("python", "def f(g):\n  post({'grant_type': g})\n  f(g)\n").starts_with("f/0"));
}

TEST_CASE("constructors are called by their type") {
  CHECK(followed("java", "class A { A(String g) { form.add(\"grant_type\", g); }\nvoid f() { new A(\"x\"); } }") == "A/0 2=x ");
}

TEST_CASE("a method of another type of the file is another method") {
  CHECK(followed("java",
                 "class A { void t(String g) { form.add(\"grant_type\", g); } }\nclass B { void t(String g) {} }\n"
                 "class C { B b; A a; void f() { b.t(\"x\"); a.t(\"y\"); } }") == "t/0 3=y ");
}
