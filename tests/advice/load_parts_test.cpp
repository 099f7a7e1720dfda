#include "advice/load_parts.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;

namespace {

YamlNode yaml(const std::string& text) { return parse_yaml(text, "t.yaml").value().front(); }

}  // namespace

TEST_CASE("conditions") {
  YamlReader in("t.yaml");
  const auto all = conditions_at(in, yaml("when: {a: [x, y], b: {not: [z]}, c: {known: [w]}}"), "when");
  REQUIRE(in.ok());
  REQUIRE(all.size() == 3);
  CHECK(all[0].is == std::vector<std::string>{"x", "y"});
  CHECK(all[1].is_not == std::vector<std::string>{"z"});
  CHECK(all[2].known == std::vector<std::string>{"w"});
  conditions_at(in, yaml("when: {b: {nott: [z]}}"), "when");
  CHECK_FALSE(in.ok());
}

TEST_CASE("steps need id and text, and addresses https") {
  YamlReader good("t.yaml");
  const auto steps = steps_at(good, yaml("steps:\n  - {id: A-1, text: do it, verify: true}\n  - {insert: flow}\n"), "steps");
  CHECK(good.ok());
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].verify);
  CHECK(steps[1].insert == "flow");
  for (const char* text : {"steps: [{text: a}]", "steps: [{id: a}]", "steps: [{id: a, text: b, url: 'http://x'}]",
                           "steps: [{id: a, text: b, prof: c}]"}) {
    YamlReader in("t.yaml");
    steps_at(in, yaml(text), "steps");
    CAPTURE(text);
    CHECK_FALSE(in.ok());
  }
}

TEST_CASE("patterns, numbers, notes and texts by name") {
  YamlReader in("t.yaml");
  CHECK(regex_at(in, yaml("a: 'x+'"), "a")->found_in("axxb"));
  CHECK(regex_at(in, yaml("a: 'x+'"), "b") == nullptr);
  CHECK(whole_number_at(in, yaml("a: -5"), "a") == -5);
  CHECK(texts_by_name(in, yaml("a: {x: 1, y: two}"), "a").at("y") == "two");
  CHECK(notes_at(in, yaml("a: [{text: t, date: '2026'}]"), "a").front().date == "2026");
  CHECK(in.ok());
  YamlReader bad("t.yaml");
  regex_at(bad, yaml("a: 'x('"), "a");
  whole_number_at(bad, yaml("a: five"), "a");
  texts_by_name(bad, yaml("a: [x]"), "a");
  CHECK(bad.faults().size() == 3);
}
