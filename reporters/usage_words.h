#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace ropc::reporters {

/// How a client is used, a phrase each, without an end mark: "from 3 addresses", "on working days between 06 and 18 h UTC",
/// "by python-requests/2.31.0 (96 of 100 attempts), curl/8.5.0", "for Microsoft Graph", "signs of password spraying: …". What
/// the logs do not tell is left out. Values stand in it as the log has them: each writer escapes them for its own format.
std::vector<std::string> profile_of(const ClientUsage& usage);

}  // namespace ropc::reporters
