#include "idpconfig/profile_run.h"

#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;
using Want = Visitor::Want;

namespace {

const char* const kText = R"(
id: t
idp: acme
title: Test
formats: [json]
roots: ["", "[]"]
records: ["apps.*"]
context: [limits]
presence: [people]
tenant-id: org.id
recognise: {all: [grants]}
recognise-document: {all: [org.id]}
client-id: "@key"
facts:
  password-grant:
    - {path: grants, has: password, value: allowed, why: listed}
    - {path: grants, lacks: password, value: blocked, why: not listed}
  redirect-uri:
    - {each: urls}
blocked-by-document:
  - {path: limits, has: no-passwords, why: the organisation forbids it}
note: read it yourself
examples:
  - {document: "{}"}
)";

const Profile& profile() {
  static const Profile p = parse_profile(kText, "t.yaml").value();
  return p;
}

void play(ProfileRun& run, const char* json) {
  class Driver : public Visitor {
   public:
    explicit Driver(ProfileRun& run) : run_(run) {}
    Want want(const Path& path) override { return run_.want(path); }
    bool value(const Path& path, YamlNode node) override { return run_.value(path, std::move(node)), true; }
    bool leave(const Path& path) override { return run_.leave(path), true; }

   private:
    ProfileRun& run_;
  } driver(run);
  CHECK(walk_json(json, driver).end == Walk::End::complete);
}

}  // namespace

TEST_CASE("a run wants only what its profile looks at") {
  test::CollectingSink seen;
  ProfileRun run(profile(), "f", seen);
  CHECK(run.want({}) == Want::descend);
  CHECK(run.want({"apps"}) == Want::descend);
  CHECK(run.want({"apps", "x"}) == Want::descend);
  CHECK(run.want({"apps", "x", "grants"}) == Want::capture);
  CHECK(run.want({"apps", "x", "secret"}) == Want::skip);
  CHECK(run.want({"people"}) == Want::skip);
  CHECK(run.want({"org"}) == Want::descend);
  CHECK(run.want({"org", "id"}) == Want::capture);
  CHECK(run.want({"[]", "apps"}) == Want::descend);
  CHECK(run.want({"other"}) == Want::skip);
}

TEST_CASE("clients are named by their key, and facts told when the document ends") {
  test::CollectingSink seen;
  ProfileRun run(profile(), "f", seen);
  play(run, R"({"apps": {"a": {"grants": ["password"], "urls": ["u1", "u2"]}, "b": {"grants": ["code"]}, "c": {"x": 1}},
                "org": {"id": "o"}})");
  CHECK(run.state() == ProfileRun::State::mine);
  CHECK(seen.main_facts() == std::vector<std::string>{"o a password-grant allowed", "o b password-grant blocked"});
  CHECK(seen.find("a", IdpFact::Kind::password_grant)->detail == "listed");
  CHECK(seen.facts.size() == 4);
  REQUIRE(seen.diagnostics.size() == 1);
  CHECK(seen.diagnostics[0].message == "read it yourself");
}

TEST_CASE("what a document forbids, no client of it may do") {
  test::CollectingSink seen;
  ProfileRun run(profile(), "f", seen);
  play(run, R"([{"apps": {"a": {"grants": "password"}}, "org": {"id": "1"}, "limits": ["no-passwords"]},
                {"apps": {"a": {"grants": "password"}}, "org": {"id": "2"}}])");
  CHECK(seen.main_facts() == std::vector<std::string>{"1 a password-grant blocked", "2 a password-grant allowed"});
}

TEST_CASE("a document without clients is known by its own members; others are not ours") {
  test::CollectingSink seen;
  ProfileRun known(profile(), "f", seen);
  play(known, R"({"org": {"id": "o"}})");
  CHECK(known.state() == ProfileRun::State::mine);
  ProfileRun other(profile(), "f", seen);
  play(other, R"({"apps": {"c": {"x": 1}}})");
  CHECK(other.state() == ProfileRun::State::rejected);
  CHECK(seen.facts.empty());
}
