#pragma once

#include "idpconfig/profile_run.h"

namespace ropc::idpconfig {

/// Client policies of a realm export: which clients they refuse the password grant, and which only seem to.
/// Executor reject-ropc-grant, and the built-in profiles oauth-2-1-for-*-client, refuse it. With any other condition
/// than any-client the executor did not run for the grant before Keycloak 26.4.13 and 26.6.3 (CVE-2026-9792).
void apply_keycloak_policies(DocumentSettings& document);

/// A list of clients names no realm, but its built-in clients have addresses below /realms/<name>/.
void name_keycloak_realm(DocumentSettings& document);

/// Rows of the realm table are realms, not clients: each becomes a tenant's name.
void name_keycloak_realms(DocumentSettings& document);

}  // namespace ropc::idpconfig
