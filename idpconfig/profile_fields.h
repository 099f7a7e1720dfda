#pragma once

#include <string>

#include "idpconfig/profile.h"

namespace ropc::idpconfig {

/// The profile that a YAML map describes. Fails with ErrorCode::schema at the first fault, with file and line and the
/// nearest known word.
Result<Profile> profile_of(const YamlNode& map, const std::string& path);

}  // namespace ropc::idpconfig
