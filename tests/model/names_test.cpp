#include "model/names.h"

#include <set>
#include <string>

#include "tests/support/catch.h"

using ropc::name_of;
using ropc::named;

namespace {

/// Every enumerator up to `last` has a word of its own, and the word leads back to it.
template <class Enum>
void check_words(Enum last) {
  std::set<std::string> seen;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string word(name_of(value));
    INFO(word);
    CHECK(named<Enum>(word) == value);
    CHECK(seen.insert(word).second);
  }
  CHECK_FALSE(named<Enum>("no such word").has_value());
  CHECK_FALSE(named<Enum>("").has_value());
}

}  // namespace

TEST_CASE("words and enumerators lead to each other") {
  check_words(ropc::Kind::mention);
  check_words(ropc::Level::error);
  check_words(ropc::Confidence::certain);
  check_words(ropc::CredentialSource::configuration);
  check_words(ropc::GrantClass::token_endpoint_unknown_grant);
  check_words(ropc::Outcome::unknown);
  check_words(ropc::ClientStatus::unknown);
  check_words(ropc::IdpFact::Kind::built_in);
}

TEST_CASE("published words stay as they are") {
  CHECK(name_of(ropc::Kind::request) == "request");
  CHECK(name_of(ropc::GrantClass::legacy_basic_auth_as_ropc) == "legacy-basic-auth-as-ropc");
  CHECK(name_of(ropc::ClientStatus::enabled_unused) == "enabled-unused");
  CHECK(name_of(ropc::ClientStatus::not_observable) == "not-observable");
}

TEST_CASE("noise is not a client's own use") {
  CHECK(ropc::counts_as_use(ropc::GrantClass::ropc));
  CHECK(ropc::counts_as_use(ropc::GrantClass::ropc_with_mfa));
  CHECK(ropc::counts_as_use(ropc::GrantClass::ropc_attempt_blocked));
  CHECK_FALSE(ropc::counts_as_use(ropc::GrantClass::ropc_spray));
  CHECK_FALSE(ropc::counts_as_use(ropc::GrantClass::legacy_basic_auth_as_ropc));
  CHECK_FALSE(ropc::counts_as_use(ropc::GrantClass::refresh_of_ropc));
  CHECK_FALSE(ropc::counts_as_use(ropc::GrantClass::token_use));
}
