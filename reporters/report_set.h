#pragma once

#include <string>
#include <vector>

#include "common/result.h"
#include "model/report.h"
#include "reporters/reporter.h"

namespace ropc::reporters {

/// The report in one format, as a string. Fails with ErrorCode::usage for a format that does not exist.
Result<std::string> rendered(const Report& report, const std::string& format, const Style& style);

/// Writes the set of `audit -o DIR` into `folder`, which is made when it is missing: the checklist, the whole report for
/// programs, SARIF, the table of clients and the terminal's text. Gives the paths written, in that order. Each file is
/// whole or not there; stops at the first that cannot be written.
Result<std::vector<std::string>> write_report_set(const Report& report, const std::string& folder, const Style& style);

}  // namespace ropc::reporters
