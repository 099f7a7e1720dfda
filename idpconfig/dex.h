#pragma once

#include "idpconfig/profile_run.h"

namespace ropc::idpconfig {

/// The connector that Dex's password grant uses can have a list of grants of its own: without password in it, no client
/// may use the grant. "local", the built-in password database, has no such list.
void apply_dex_connector(DocumentSettings& document);

}  // namespace ropc::idpconfig
