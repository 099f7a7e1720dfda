#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// One line of Cloud Foundry UAA's log: `[2026-03-02 09:14:07.795] uaa - 4242 [thread] ....  INFO --- Audit: Event
/// ('data'): principal=…, origin=[…], identityZoneId=[uaa]`. Fills "@uaa.time", "@uaa.event", "@uaa.zone", "@uaa.client",
/// "@uaa.user", "@uaa.address" and "@uaa.origin": "client" (`client=…, user=…`: a token for a password), "request"
/// (`remoteAddress=…, clientId=…`: the token endpoint asks), or nothing. An audit line is what begins as one; names in it
/// are looked for from its end, as a name may imitate anything.
///
/// A refusal because of the grant names no client: the sign-in before it on the same thread does. Event
/// "UnauthorizedGrant" then.
class UaaLine final : public TextShape {
 public:
  explicit UaaLine(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;
  [[nodiscard]] std::unique_ptr<ShapeState> state() const override;

 private:
  Fit audit(std::string_view text, std::string_view thread, ShapeState* state, FieldTable& out) const;
  Fit refusal(std::string_view thread, ShapeState* state, FieldTable& out) const;
  void origin(std::string_view text, FieldTable& out) const;
  void set(int slot, std::string_view text, FieldTable& out) const;

  int time_, event_, zone_, client_, user_, address_, origin_;
};

}  // namespace ropc::logparsers
