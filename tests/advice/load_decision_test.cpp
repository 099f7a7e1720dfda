#include "advice/load_decision.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;

namespace {

YamlNode yaml(const std::string& text) { return parse_yaml(text, "t.yaml").value().front(); }

}  // namespace

TEST_CASE("inputs") {
  YamlReader in("t.yaml");
  const auto all = inputs_of(in, yaml("id: inputs\ninputs:\n  - {id: a, title: t, question: q, values: ['yes', 'no'], "
                                      "answers: {'yes': so}, silent: 'no', ask-at: [entra]}\n"));
  CHECK(in.ok());
  REQUIRE(all.size() == 1);
  CHECK(all[0].silent == "no");
  CHECK(all[0].ask_at == std::vector<std::string>{"entra"});
  CHECK(all[0].answers.at("yes") == "so");
}

TEST_CASE("rules; the last one must fit always") {
  const std::string rule = "  - {id: R, when: {a: [x]}, flow: f, fallback: [g], checklist: c, why: w, next: n}\n";
  const std::string last = "  - {id: L, when: {}, flow: decide, checklist: c, why: w, next: n}\n";
  YamlReader in("t.yaml");
  const auto rules = rules_of(in, yaml("id: d\nrules:\n" + rule + last));
  CHECK(in.ok());
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].fallback == std::vector<std::string>{"g"});
  YamlReader bad("t.yaml");
  rules_of(bad, yaml("id: d\nrules:\n" + rule));
  CHECK_FALSE(bad.ok());
}

TEST_CASE("ranking") {
  YamlReader in("t.yaml");
  const auto points = ranking_of(in, yaml("id: r\npoints:\n  - {points: -5, stat: {name: users, at-least: 3}, says: s}\n"));
  CHECK(in.ok());
  REQUIRE(points.size() == 1);
  CHECK(points[0].points == -5);
  CHECK(points[0].at_least == 3);
}
