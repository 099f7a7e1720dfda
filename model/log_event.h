#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "common/digest.h"
#include "common/timestamp.h"
#include "model/client_key.h"

namespace ropc {

/// What a record of a sign-in log is evidence of. The classes of the log reference; only some of them are a client's
/// own use of the grant (counts_as_use()).
enum class GrantClass : std::uint8_t {
  ropc,
  ropc_with_mfa,
  ropc_equivalent,           ///< Cognito's USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH
  ropc_attempt_blocked,      ///< the grant is off for the client, or a policy stopped it
  legacy_basic_auth_as_ropc, ///< Exchange Online's converter of Basic authentication
  ropc_unknown_app,          ///< a client id that the tenant does not know: spray or spoofing
  ropc_spray,                ///< many users from one address against one client
  refresh_of_ropc,
  token_use,
  token_endpoint_unknown_grant
};

enum class Outcome : std::uint8_t { success, failure, blocked, unknown };

/// Whether a record comes from a log stream or from a store of events; two copies of the same sign-ins that must not
/// be added up.
enum class SourceKind : std::uint8_t { log, store };

/// One password-grant attempt read from a log. Reused between records by readers.
struct LogEvent {
  ClientKey client;
  std::string client_name;    ///< as the log shows it; empty: not shown
  TimePoint at{};
  bool zone_known = true;     ///< false: read as UTC for want of anything better
  GrantClass grant = GrantClass::ropc;
  Outcome outcome = Outcome::unknown;
  std::string error;          ///< the product's own word, e.g. "invalid_user_credentials", "50126"
  UserDigest user;
  SourceKind source = SourceKind::log;
  std::string token_id;       ///< of a success, where the product writes one; matches log and store
  Digest event_id;            ///< product id, or digest of the inner record with its time
  bool has_product_id = false;
};

}  // namespace ropc
