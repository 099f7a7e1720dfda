#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"

namespace ropc {

/// 128 bits of BLAKE2b. Fingerprints, event identities, user digests.
struct Digest {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const Digest&) const = default;
};

/// Digest of `text`; the same on every machine.
Digest digest_of(std::string_view text);

/// Lower-case hexadecimal, 32 characters.
std::string to_hex(const Digest& digest);

/// SHA-256 of `text` in base64, as a Content-Security-Policy names an inline style ("'sha256-…'", CSP Level 3 §2.3.1).
std::string sha256_base64(std::string_view text);

/// Stands for one user of one tenant. Only a UserDigester can make one from a name, so a name cannot reach the
/// inventory by mistake; empty() where the log named nobody or users are not kept.
class UserDigest {
 public:
  UserDigest() = default;
  [[nodiscard]] bool empty() const { return digest_ == Digest{}; }
  [[nodiscard]] const Digest& digest() const { return digest_; }
  /// From an inventory or a partial, where it was written by digest().
  static UserDigest stored(const Digest& digest) { return UserDigest(digest); }
  auto operator<=>(const UserDigest&) const = default;

 private:
  friend class UserDigester;
  explicit UserDigest(const Digest& digest) : digest_(digest) {}
  Digest digest_;
};

/// Turns user names into keyed digests (BLAKE2b in keyed mode, RFC 7693 §2.9). The key never leaves the object.
/// Immutable; one serves all threads.
class UserDigester {
 public:
  /// With the user's own key (1 to 4,096 bytes), so that digests are comparable between runs and machines.
  static Result<UserDigester> with_key(std::string_view key);
  /// With a fixed public key: digests are comparable between runs, but whoever guesses a name can test the guess.
  static UserDigester without_key();

  /// Digest of `user` within `scope` (idp and tenant); empty for an empty user.
  [[nodiscard]] UserDigest operator()(std::string_view scope, std::string_view user) const;
  /// Names the key without giving it away, so that two inventories can tell whether their digests are comparable.
  [[nodiscard]] std::string key_id() const;

 private:
  explicit UserDigester(const std::array<std::uint8_t, 32>& key) : key_(key) {}
  std::array<std::uint8_t, 32> key_;
};

}  // namespace ropc
