#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/result.h"
#include "common/yaml.h"
#include "logparsers/format.h"
#include "logparsers/paths.h"

namespace ropc::logparsers {

/// Turns one YAML document into a Format, whose paths are added to `paths`. `known` holds the documents that it may
/// extend, by id. Every fault is reported, with its line.
tl::expected<Format, std::vector<Error>> load_format(const YamlNode& document, const std::string& path,
                                                     const std::map<std::string, YamlNode>& known, PathSet& paths);

/// The shapes that a format file may name.
std::vector<std::string> shape_names();

}  // namespace ropc::logparsers
