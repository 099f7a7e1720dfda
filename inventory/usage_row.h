#pragma once

#include <cstdint>
#include <optional>

#include "common/digest.h"
#include "model/log_event.h"

namespace ropc::inventory {

/// One row of usage_event, before or after it is stored.
struct UsageEvent {
  Digest identity;
  Digest record;               ///< zero: none
  std::int64_t client = 0;     ///< usage_client.id
  std::int64_t error = 0;      ///< usage_error.id, 0: none
  Digest user;                 ///< zero: nobody named
  std::optional<std::int64_t> at;
  std::optional<std::int64_t> other_at;
  GrantClass grant = GrantClass::ropc;
  Outcome outcome = Outcome::unknown;
  std::uint8_t sources = 0;    ///< bit per SourceKind that holds it
  bool zone_known = true;
  bool unique = false;
  std::uint8_t client_rank = 0;
  std::uint8_t user_rank = 0;
  std::uint32_t aspects = 0;   ///< 0: the row is a whole sign-in
  std::int64_t joined = 0;     ///< usage_join.id
  std::int64_t about = 0;      ///< usage_about.id; 0: nothing
  std::int64_t n = 0;

  [[nodiscard]] bool in(SourceKind kind) const { return (sources >> static_cast<unsigned>(kind) & 1U) != 0; }

  /// usage_event.flags: bits 0–3 grant, 4–5 outcome, 6–8 sources, 9 zone known, 10 unique, 11–14 client rank,
  /// 15–18 user rank.
  [[nodiscard]] std::int64_t flags() const {
    return static_cast<std::int64_t>(grant) | static_cast<std::int64_t>(outcome) << 4 |
           static_cast<std::int64_t>(sources) << 6 | static_cast<std::int64_t>(zone_known) << 9 |
           static_cast<std::int64_t>(unique) << 10 | static_cast<std::int64_t>(client_rank & 15U) << 11 |
           static_cast<std::int64_t>(user_rank & 15U) << 15;
  }
  void set_flags(std::int64_t flags) {
    grant = static_cast<GrantClass>(flags & 15);
    outcome = static_cast<Outcome>(flags >> 4 & 3);
    sources = static_cast<std::uint8_t>(flags >> 6 & 7);
    zone_known = (flags >> 9 & 1) != 0;
    unique = (flags >> 10 & 1) != 0;
    client_rank = static_cast<std::uint8_t>(flags >> 11 & 15);
    user_rank = static_cast<std::uint8_t>(flags >> 15 & 15);
  }
};

}  // namespace ropc::inventory
