#pragma once

#include <string>
#include <string_view>

#include "model/evidence_sink.h"

namespace ropc::idpconfig {

/// Recognises an OpenID or OAuth discovery document (RFC 8414) and says in a note what it proves about the password
/// grant, which is little: Keycloak always lists it, and a missing list proves nothing. No facts: it names no client.
bool read_discovery(std::string_view bytes, const std::string& label, EvidenceSink& out);

}  // namespace ropc::idpconfig
