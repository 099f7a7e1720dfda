#include "inventory/status.h"

namespace ropc::inventory {
namespace {

using Allowed = Evidence::Allowed;

Verdict with_success(const Evidence& e) {
  if (e.allowed == Allowed::no)
    return {ClientStatus::contradiction,
            "The log shows successful password sign-ins, but the configuration says that the grant is off: the export "
            "is older or newer than the log, or of another tenant."};
  return {ClientStatus::in_use, "The log shows successful password sign-ins."};
}

Verdict with_attempts_only(const Evidence& e) {
  if (e.allowed == Allowed::no || (e.seen.failure == 0 && e.seen.blocked > 0))
    return {ClientStatus::blocked, "Something still asks with a password and is refused: its caller must be changed."};
  if (!e.successes_visible)
    return {ClientStatus::not_observable,
            "The log shows refused password sign-ins; whether others succeed cannot be seen in this kind of log."};
  return {ClientStatus::in_use, "The log shows attempts with a password, none of them successful."};
}

Verdict never_seen(const Evidence& e) {
  if (e.client_disabled || (e.allowed == Allowed::no && !e.in_code))
    return {ClientStatus::disabled, e.client_disabled ? "The client is disabled at the identity provider."
                                                      : "The grant is off for this client and nothing was seen to use it."};
  if (e.allowed == Allowed::no)
    return {ClientStatus::code_only, "The code asks for it, but the identity provider does not allow it: dead code."};
  if (e.allowed == Allowed::unknown && e.in_code)
    return {ClientStatus::code_only, e.logs_read ? "Only the code shows it; the configuration of the identity provider was not read."
                                                 : "Only the code shows it; neither logs nor configuration of its tenant were read."};
  if (!e.logs_read)
    return {ClientStatus::unknown, e.allowed == Allowed::yes ? "The grant is allowed; no sign-in log of this tenant was read."
                                                             : "Neither logs nor configuration say anything about the grant."};
  if (!e.successes_visible)
    return {ClientStatus::not_observable, "The logs that were read cannot show successful password sign-ins."};
  if (e.allowed == Allowed::yes)
    return {ClientStatus::enabled_unused, "The grant is allowed, and no use was seen in the period that the logs cover."};
  return {ClientStatus::unknown, "No use was seen, and the configuration of the identity provider was not read."};
}

}  // namespace

Verdict verdict_of(const Evidence& e) {
  if (e.noise)
    return {ClientStatus::noise, "The events are attacks, unknown client ids or another protocol, not this client's own use."};
  if (e.seen.success > 0) return with_success(e);
  if (e.seen.failure + e.seen.blocked > 0) return with_attempts_only(e);
  return never_seen(e);
}

}  // namespace ropc::inventory
