#pragma once

#include <optional>
#include <string>

#include "model/finding.h"
#include "scanner/repository.h"

namespace ropc::scanner {

/// `text` with its placeholders (scanner/placeholders/placeholder.h) replaced by
/// what the repository, else the default, tells; nothing when one stays unknown. Text without placeholders is itself.
std::optional<std::string> resolved(const std::string& text, const Repository& repository, const std::string& from);

/// Resolves client id, tenant, endpoint and scopes of a finding; what stays unknown goes, since a name with a hole in it
/// joins with nothing. Identity provider and tenant are then read off the endpoint where they are not known.
void resolve_context(Finding& finding, const Repository& repository);

}  // namespace ropc::scanner
