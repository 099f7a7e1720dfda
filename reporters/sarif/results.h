#pragma once

#include <cstddef>

#include "model/report.h"
#include "reporters/json_text.h"
#include "reporters/sarif/profile.h"

namespace ropc::reporters::sarif {

/// A result object. `rule_index` is the position of the finding's rule in the driver's rules.
Json result_of(const Finding& finding, std::size_t rule_index, const Profile& profile);

/// physicalLocation of a place that lies inside the root, by lines only; without a region where the line is not known.
Json physical_location(const Location& where);

}  // namespace ropc::reporters::sarif
