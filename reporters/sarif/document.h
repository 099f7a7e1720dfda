#pragma once

#include "model/report.h"
#include "reporters/json_text.h"
#include "reporters/sarif/profile.h"

namespace ropc::reporters::sarif {

/// The report's findings as one SARIF 2.1.0 log with one run of category `ropc-audit/code/`. Results come worst first;
/// what is left out (limits, paths outside the root) is counted in a notification.
Json document(const Report& report, const Profile& profile);

}  // namespace ropc::reporters::sarif
