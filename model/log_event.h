#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "common/digest.h"
#include "common/timestamp.h"
#include "model/client_key.h"
#include "model/source_kind.h"

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

/// One password-grant attempt read from a log. Reused between records by readers.
struct LogEvent {
  ClientKey client;           ///< tenant: its id where the log has one, so that all sources agree
  std::string client_name;    ///< as the log shows it; empty: not shown
  std::string redirect_uri;   ///< names the client where the log has no id: what the IdP's configuration says of one client
  TimePoint at{};             ///< 0: the record has no time
  bool zone_known = true;     ///< false: read as UTC for want of anything better
  GrantClass grant = GrantClass::ropc;
  Outcome outcome = Outcome::unknown;
  std::string error;          ///< the product's own word, e.g. "invalid_user_credentials", "50126"
  UserDigest user;
  SourceKind source = SourceKind::log;
  /// The same in every copy of this sign-in: of the product's id or token id, else of the inner record and its time.
  Digest identity;
  /// Where `identity` is that of the inner record although the product has an id: digest of the id, for the copies
  /// of one event of which some carry the id and some do not. Else zero.
  Digest record;
  /// Whether `identity` is unique: the event then counts once. Else it counts as often as one input holds it.
  bool unique = false;
  /// Of a record that is one of several that make a sign-in together (`identity` is what they share): what it tells,
  /// a bit each. The JoinRules of `join_format` say what all of them mean; grant and outcome are not used then.
  std::uint32_t aspects = 0;
  std::string join_format;
  std::uint8_t client_rank = 0;  ///< of the records of one sign-in, the one of the highest rank names the client
  std::uint8_t user_rank = 0;
  std::uint64_t count = 1;    ///< attempts that this record stands for; more than 1 in aggregates of other engines

  // What else the record tells; empty: nothing.
  std::string address;        ///< stays in the reader; what is kept of it is `origin`
  UserDigest origin;          ///< of `address`, with the key of the users; empty: none, or no users are kept
  std::string user_agent;
  std::string resource;
  std::string scope;
  std::string mfa;            ///< e.g. "singleFactorAuthentication"
};

}  // namespace ropc
