#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "model/client_key.h"
#include "model/location.h"

namespace ropc {

/// One statement of an identity provider's own configuration about a client.
struct IdpFact {
  enum class Kind : std::uint8_t {
    password_grant,    ///< "allowed", "blocked" (with the reason in `detail`) or "unknown"
    client_type,       ///< "public", "confidential" or "unknown"
    enabled,           ///< "true" or "false"
    display_name,
    service_account,   ///< "true": client credentials are on
    standard_flow,     ///< "true": authorization code is on
    device_flow,
    token_exchange,
    pkce,              ///< required method, e.g. "S256"
    redirect_uri,      ///< one fact each
    owner,             ///< contact or description, where the export has one
    built_in           ///< "true": ships with the product (e.g. Keycloak's admin-cli)
  };
  ClientKey client;
  Kind kind = Kind::password_grant;
  std::string value;
  std::string detail;
  Location where;
  auto operator<=>(const IdpFact&) const = default;
};

/// A tenant's id and name as one input tells them, so that evidence under either joins.
struct TenantName {
  std::string idp;
  std::string id;
  std::string name;
  auto operator<=>(const TenantName&) const = default;
};

}  // namespace ropc
