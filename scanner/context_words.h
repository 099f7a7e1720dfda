#pragma once

#include <string_view>

#include "scanner/facts.h"

// How the facts that the join needs are called in code and configuration. Shared by the eyes: each finds names and
// values in its own way, what the names mean is one table.

namespace ropc::scanner {

enum class ContextWord : std::uint8_t { none, client_id, tenant, endpoint, scope, user, password };

/// What a key, variable, parameter or option is about ("client_id", "KEYCLOAK_CLIENT_ID", "auth.clientId", "tokenUrl"),
/// compared folded; dotted names count by their last parts. Weak names (`url`, `host`, `realm`) count as what they may be:
/// put_context() looks at the value as well.
ContextWord context_word(std::string_view key);

/// Enters a value under a name into `out` where nothing stands there yet. Values that cannot be what the name says (an
/// endpoint that is no URL of an authorization server, a client id of several words) are left out. User names and
/// passwords leave only their source.
void put_context(Context& out, std::string_view key, const Value& value);

/// IdP profile id, tenant and endpoint as far as a URL of an authorization server tells them ("…/realms/shop/protocol/
/// openid-connect/token", "login.microsoftonline.com/<tenant>/…"); nothing is changed for other URLs. What stands in
/// `out` stays. Sources: the vendors' endpoint pages, knowledge of the IdP profiles in idpconfig.
void read_endpoint(Context& out, std::string_view url);

/// Fills what `out` does not know from `other`.
void merge_context(Context& out, const Context& other);

}  // namespace ropc::scanner
