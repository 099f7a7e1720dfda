#include "common/digest.h"

#include <string>

#include "tests/support/catch.h"

using ropc::digest_of;
using ropc::to_hex;
using ropc::UserDigester;

// The expected values were computed with another implementation of BLAKE2b (RFC 7693).

TEST_CASE("digests are BLAKE2b with 16 bytes") {
  CHECK(to_hex(digest_of("abc")) == "cf4ab791c62b8d2b2109c90275287816");
  CHECK(to_hex(digest_of("")) == "cae66941d9efbd404e4d88758ea67670");
}

TEST_CASE("a user's digest is keyed and scoped") {
  const auto ours = UserDigester::with_key("our key");
  REQUIRE(ours);
  CHECK(to_hex((*ours)("keycloak/shop", "anna").digest()) == "ad3b9e9fe2f41bcbf7929a37bfa17855");
  CHECK((*ours)("keycloak/shop", "anna") == (*ours)("keycloak/shop", "anna"));
  CHECK((*ours)("keycloak/shop", "anna") != (*ours)("keycloak/other", "anna"));
  CHECK((*ours)("keycloak/shop", "anna") != UserDigester::without_key()("keycloak/shop", "anna"));
}

TEST_CASE("nobody has no digest") {
  CHECK(UserDigester::without_key()("keycloak/shop", "").empty());
  CHECK_FALSE(UserDigester::without_key()("keycloak/shop", "anna").empty());
  CHECK(ropc::UserDigest().empty());
}

TEST_CASE("key ids tell keys apart and do not give them away") {
  const auto ours = UserDigester::with_key("our key");
  const auto theirs = UserDigester::with_key("their key");
  REQUIRE(ours);
  REQUIRE(theirs);
  CHECK(ours->key_id() != theirs->key_id());
  CHECK(ours->key_id().size() == 16);
  CHECK(ours->key_id().find("our key") == std::string::npos);
}

TEST_CASE("keys have 1 to 4096 bytes") {
  CHECK_FALSE(UserDigester::with_key(""));
  CHECK_FALSE(UserDigester::with_key(std::string(4097, 'k')));
  CHECK(UserDigester::with_key(std::string(4096, 'k')));
}

TEST_CASE("SHA-256 in base64, as a content security policy writes it") {
  CHECK(ropc::sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(ropc::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}
