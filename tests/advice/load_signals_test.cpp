#include "advice/load_signals.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;

namespace {

std::vector<Signal> load(const std::string& signal, bool good = true) {
  YamlReader in("t.yaml");
  const auto document = parse_yaml("id: s\nsignals:\n  - {id: S, says: s, " + signal + "}\n", "t.yaml");
  REQUIRE(document);
  auto out = signals_of(in, document->front());
  CAPTURE(signal);
  CHECK(in.ok() == good);
  return out;
}

}  // namespace

TEST_CASE("signals of each kind") {
  const auto code = load("code: {path: 'x', kinds: [request], password-from: [prompt]}, effects: {a: {'yes': 3}}");
  CHECK(code[0].code->kinds.front() == Kind::request);
  CHECK(code[0].effects.front().weight == 3);
  CHECK(load("client: {name: x}, effects: {}")[0].client_name != nullptr);
  CHECK(load("log: {stat: users, at-least: 5, and: {stat: days-used, at-most: 3}}, effects: {}")[0].log->also != nullptr);
  CHECK(load("class: [ropc-with-mfa], effects: {}")[0].log->classes.size() == 1);
  CHECK(load("config: {fact: client-type, value: public}, effects: {}")[0].config->fact == IdpFact::Kind::client_type);
  CHECK(load("input: {id: a, is: [b]}, effects: {}")[0].input->is.front() == "b");
}

TEST_CASE("wrong signals") {
  load("effects: {}", false);
  load("client: {name: x}, log: {stat: users}, effects: {}", false);
  load("client: {name: x}, effects: {a: {b: 9}}", false);
  load("client: {name: x}, effects: {a: {b: 0}}", false);
  load("code: {kinds: [sing]}, effects: {}", false);
  load("log: {at-least: 5}, effects: {}", false);
  load("config: {fact: shoe, value: x}, effects: {}", false);
}
