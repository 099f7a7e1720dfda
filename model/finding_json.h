#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/finding.h"

namespace ropc {

/// A finding as JSON between our own processes and versions of the same program: all members, names as in the struct.
/// No published format (that is reporters/json_v1.h).
nlohmann::json to_json(const Finding& finding);

/// The finding that to_json() wrote; members that are missing or of another type keep their defaults.
Finding finding_from_json(const nlohmann::json& json);

/// The same for places alone, for stores that keep a finding's other members in columns.
nlohmann::json to_json(const std::vector<RelatedPlace>& places);
std::vector<RelatedPlace> places_from_json(const nlohmann::json& json);

}  // namespace ropc
