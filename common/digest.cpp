#include "common/digest.h"

#include <sodium.h>

#include <algorithm>

namespace ropc {
namespace {

void update(crypto_generichash_state& state, std::string_view text) {
  crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

template <std::size_t N>
std::string hex(const std::array<std::uint8_t, N>& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

}  // namespace

Digest digest_of(std::string_view text) {
  Digest out;
  crypto_generichash(out.bytes.data(), out.bytes.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return out;
}

std::string to_hex(const Digest& digest) { return hex(digest.bytes); }

std::string sha256_base64(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_ENCODED_LEN(hash.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), hash.data(), hash.size(), variant);
  out.pop_back();  // the terminating zero
  return out;
}

Result<UserDigester> UserDigester::with_key(std::string_view key) {
  if (key.empty() || key.size() > 4096)
    return fail(ErrorCode::usage, "the user key has " + std::to_string(key.size()) + " bytes, 1 to 4096 are allowed");
  std::array<std::uint8_t, 32> folded{};
  crypto_generichash(folded.data(), folded.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size(),
                     nullptr, 0);
  return UserDigester(folded);
}

UserDigester UserDigester::without_key() {
  std::array<std::uint8_t, 32> fixed{};
  constexpr std::string_view name = "ropc-audit/users/v1";
  std::copy(name.begin(), name.end(), fixed.begin());
  return UserDigester(fixed);
}

UserDigest UserDigester::operator()(std::string_view scope, std::string_view user) const {
  if (user.empty()) return {};
  crypto_generichash_state state;
  Digest out;
  crypto_generichash_init(&state, key_.data(), key_.size(), out.bytes.size());
  update(state, scope);
  update(state, std::string_view("\0", 1));
  update(state, user);
  crypto_generichash_final(&state, out.bytes.data(), out.bytes.size());
  return UserDigest(out);
}

std::string UserDigester::key_id() const {
  std::array<std::uint8_t, 16> out{};
  constexpr std::string_view label = "key-id";
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(label.data()), label.size(),
                     key_.data(), key_.size());
  return hex(out).substr(0, 16);
}

}  // namespace ropc
