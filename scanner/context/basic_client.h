#pragma once

#include <optional>
#include <string>

#include "scanner/document.h"
#include "scanner/facts.h"

namespace ropc::scanner {

/// The client id of HTTP Basic credentials (RFC 6749 §2.3.1: id ':' secret) in the lines around a token request, where
/// no name says "client id": `curl -u shop:$SECRET`, `CURLOPT_USERPWD => 'shop:' . $secret`, `base64("shop:" + secret)`,
/// `printf '%s:%s' shop "$SECRET" | base64`, `auth=("shop", secret)`, `setBasicAuth("shop", secret)`. The nearest
/// counts. A shell variable in the id's place is given as it stands; scanner/context/placeholders.h looks it up.
std::optional<std::string> basic_client(const Document& document, Region where);

}  // namespace ropc::scanner
