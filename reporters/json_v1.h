#pragma once

#include <span>
#include <string_view>

#include "common/embedded.h"
#include "model/report.h"
#include "reporters/json_text.h"

// What we publish for programs, version 1: docs/json-v1.md in prose, schema/*.schema.json for validators. It is a copy
// of the model's shape, frozen on purpose: the model may change, these documents only ever gain fields. A field that
// would change its meaning is version 2.

namespace ropc::reporters::json_v1 {

inline constexpr std::string_view kReportSchema = "ropc-audit/report/v1";
inline constexpr std::string_view kClientsSchema = "ropc-audit/clients/v1";

/// The JSON Schemas of both documents (draft 2020-12); paths are "clients-v1.schema.json", "report-v1.schema.json".
std::span<const EmbeddedFile> schemas();

/// The whole report: everything that the other formats are made from.
Json report(const Report& report);

/// The table of clients with the coverage of the logs.
Json clients(const Report& report);

// The parts that both documents, or other formats too, are made of.
Json coverage(const LogCoverage& coverage);
Json usage(const ClientUsage& usage);
Json finding(const Finding& finding);
Json location(const Location& where);

}  // namespace ropc::reporters::json_v1
