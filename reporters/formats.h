#pragma once

#include <string>

#include "model/report.h"
#include "reporters/reporter.h"

// One function a format: the whole document as a string, UTF-8 without a byte order mark. registry.cpp lists them.

namespace ropc::reporters {

/// Table of clients for programs, schema ropc-audit/clients/v1.
std::string clients_json_report(const Report& report, const Style& style);
/// Tables of clients and of findings for spreadsheets, RFC 4180.
std::string clients_csv_report(const Report& report, const Style& style);
std::string findings_csv_report(const Report& report, const Style& style);
/// Everything, schema ropc-audit/report/v1.
std::string json_report(const Report& report, const Style& style);
/// The migration checklist that a team reads in a meeting.
std::string markdown_report(const Report& report, const Style& style);
/// For terminals, see View.
std::string text_report(const Report& report, const Style& style);

}  // namespace ropc::reporters
