#pragma once

#include <compare>
#include <string>

namespace ropc {

/// Names one OAuth client at one identity provider. The join key of the whole tool.
struct ClientKey {
  std::string idp;        ///< IdP profile id, e.g. "keycloak", "entra"; empty: not known
  std::string tenant;     ///< realm, tenant or organisation: its name where any input tells it, else its id
  std::string client_id;  ///< as registered at the IdP; empty: the evidence cannot name the client
  auto operator<=>(const ClientKey&) const = default;
};

}  // namespace ropc
