#include "idpconfig/profile.h"

#include "common/embedded.h"
#include "idpconfig/read.h"
#include "tests/idpconfig/collecting_sink.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::idpconfig;

TEST_CASE("every profile of the program loads") {
  CHECK(builtin_profiles().size() == embedded::idp_profile_files().size());
  for (const EmbeddedFile& file : embedded::idp_profile_files()) {
    const auto profile = parse_profile(file.text, std::string(file.path));
    INFO(file.path);
    INFO((profile ? std::string() : profile.error().text()));
    CHECK(profile.has_value());
    if (profile) CHECK(profile->id + ".yaml" == file.path);
  }
}

TEST_CASE("the examples in every profile come out as it says") {
  for (const Profile& profile : builtin_profiles())
    for (const ProfileExample& example : profile.examples) {
      test::CollectingSink seen;
      const ReadResult result = read_export(example.document, "example", seen);
      INFO(profile.id << ".yaml line " << example.line);
      CHECK(seen.main_facts() == example.facts);
      if (!example.facts.empty()) {
        CHECK(result == ReadResult::read);
        REQUIRE_FALSE(seen.facts.empty());
        CHECK(seen.facts.front().client.idp == profile.idp);
      }
    }
}

TEST_CASE("the tests of a rule") {
  const auto documents = parse_yaml("list: [a, [b, c]]\nwords: a,b c\nflag: TRUE\nempty: ''\nnull_: ~\n", "t");
  REQUIRE(documents);
  const YamlNode& map = documents->front();
  const auto rule = [](FactRule::Test test, std::vector<std::string> words) {
    FactRule r;
    r.test = test;
    r.words = std::move(words);
    return r;
  };
  using Test = FactRule::Test;
  CHECK(holds(rule(Test::has, {"c"}), map.find("list")));
  CHECK_FALSE(holds(rule(Test::has, {"d"}), map.find("list")));
  CHECK(holds(rule(Test::lacks, {"d"}), map.find("list")));
  CHECK_FALSE(holds(rule(Test::lacks, {"d"}), nullptr));
  CHECK(holds(rule(Test::has, {"b"}), map.find("words")));
  CHECK(holds(rule(Test::is, {"true"}), map.find("flag")));
  CHECK(holds(rule(Test::absent, {}), map.find("empty")));
  CHECK(holds(rule(Test::absent, {}), map.find("null_")));
  CHECK(holds(rule(Test::absent, {}), nullptr));
  CHECK_FALSE(holds(rule(Test::present, {}), map.find("null_")));
  CHECK(holds(rule(Test::always, {}), nullptr));
}
