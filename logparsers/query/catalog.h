#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace ropc::logparsers {

/// How an engine writes what a query needs: one YAML file of query/dialects/. Every text has holes `{name}`.
struct Dialect {
  std::string id;     ///< "duckdb", "kql", …
  std::string title;
  std::string base;   ///< dialect that says what this one does not; empty: none
  std::map<std::string, std::string, std::less<>> texts;

  /// The text of that name with its holes filled; empty: the engine cannot say it.
  [[nodiscard]] std::string fill(std::string_view name,
                                 const std::vector<std::pair<std::string_view, std::string>>& values) const;
};

/// Where an engine keeps the records of a log format: one YAML file of query/tables/.
struct LogTable {
  std::string id;
  std::string source;                ///< "entra", "okta", …: what the user calls it
  std::string title;
  std::string format;                ///< id of the log format whose rules decide
  std::vector<std::string> engines;  ///< dialects that have it this way
  std::string name;                  ///< of the table, where the user gives none
  bool millis = false;               ///< times are milliseconds since 1970, not text
  bool every = false;                ///< each path without arrays is a column of its own name
  std::map<std::string, std::string> columns;  ///< path of the format → column
  std::map<std::string, std::string> json;     ///< path → column that holds JSON from there on; "": the whole record
  std::vector<std::string> members;  ///< of the record, that this kind of record has; empty: any
};

struct QueryCatalog {
  std::vector<Dialect> dialects;  ///< by id
  std::vector<LogTable> tables;   ///< by id
};

/// The files that are built in. They are checked by a test, so a fault is an internal error.
Result<QueryCatalog> load_query_catalog();

}  // namespace ropc::logparsers
