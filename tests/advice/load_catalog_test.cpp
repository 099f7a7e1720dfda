#include "advice/load_catalog.h"

#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;

namespace {

YamlNode yaml(const std::string& text) { return parse_yaml(text, "t.yaml").value().front(); }

}  // namespace

TEST_CASE("an identity provider") {
  YamlReader in("t.yaml");
  const Idp idp = idp_of(in, yaml("id: acme\ntitle: Acme\naliases: [acm]\n"
                                  "supports: {device: 'yes', pat: {value: partial, note: some, verify: true}}\n"
                                  "enable: {device: [{id: A, text: tick it}]}\nturn-off: [{id: B, text: untick it}]\n"
                                  "watch: [{id: C, text: look}]\n"));
  CHECK(in.ok());
  CHECK(idp.supports.at("device").value == Support::Value::yes);
  CHECK(idp.supports.at("pat").value == Support::Value::partial);
  CHECK(idp.supports.at("pat").verify);
  CHECK(idp.enable.at("device").size() == 1);
  CHECK(idp.lists.at("turn-off").front().id == "B");
  YamlReader bad("t.yaml");
  idp_of(bad, yaml("id: acme\ntitle: Acme\nsupports: {device: maybe}\nturn-off: []\nwatch: []\n"));
  CHECK_FALSE(bad.ok());
}

TEST_CASE("a flow, a checklist, a case and a library") {
  YamlReader in("t.yaml");
  CHECK(flow_of(in, yaml("id: f\ntitle: F\nplain: p\neffort: small\nsteps: []\n")).effort == "small");
  CHECK(checklist_of(in, yaml("id: c\nsteps: [{insert: flow, phase: change}]\n")).steps.size() == 1);
  CHECK(case_of(in, yaml("id: c\ntitle: C\nwhen: {runtime: [cli]}\nsays: s\n")).when.size() == 1);
  CHECK(library_of(in, yaml("id: l\ntitle: L\nrule: '^x'\nuse: {any: y}\n")).use.at("any") == "y");
  CHECK(in.ok());
}

TEST_CASE("what is missing is told") {
  YamlReader phase("t.yaml");
  checklist_of(phase, yaml("id: c\nsteps: [{insert: flow, phase: later}]\n"));
  CHECK_FALSE(phase.ok());
  YamlReader never("t.yaml");
  case_of(never, yaml("id: c\ntitle: C\nsays: s\n"));
  CHECK_FALSE(never.ok());
  YamlReader title("t.yaml");
  library_of(title, yaml("id: l\nrule: '^x'\nuse: {any: y}\n"));
  CHECK_FALSE(title.ok());
}
