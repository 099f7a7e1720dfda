#pragma once

#include <string>

#include "model/report.h"

namespace ropc::reporters {

/// The section of one client in the Markdown report, with its evidence and its checklist. `number` stands in the heading.
std::string markdown_client(const Report& report, const ClientRecord& client, std::size_t number);

/// A list item of a finding: place, what it does, how sure, and the line itself.
std::string markdown_finding(const Finding& finding);

}  // namespace ropc::reporters
