#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/embedded.h"
#include "common/result.h"
#include "common/yaml.h"

// YAML parsed ahead of time. The program carries hundreds of YAML files; parsing them took most of its start
// (50 ms of 70), so the build packs them and the program unpacks.

namespace ropc {

/// The documents as bytes that unpack_yaml() reads back, on a machine of the same byte order.
std::string pack_yaml(const std::vector<YamlNode>& documents);

/// Reads what pack_yaml() wrote. Fails with ErrorCode::syntax when the bytes are no such thing.
Result<std::vector<YamlNode>> unpack_yaml(std::string_view bytes, const std::string& path);

/// The documents of a file of the program, packed or as it was written. Errors speak of `path`.
Result<std::vector<YamlNode>> yaml_of(const EmbeddedFile& file, const std::string& path);

}  // namespace ropc
