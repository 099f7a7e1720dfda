#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace ropc::logparsers {

class Formats;

/// What there is to ask: one line of an engine's list.
struct QueryInfo {
  std::string engine;
  std::string source;
  std::string title;  ///< of the table, as the engine's users know it
};
std::vector<QueryInfo> list_queries();

/// A query that makes an engine which already holds the logs count password-grant attempts, with the same rules as the
/// reader: they are taken from the log format itself. Its result has the columns that `ingest` reads back (formats
/// query-…): one or two rows per tenant, client, day, user, class, outcome and error, and one per tenant and day that was
/// read. User names leave the engine only as SHA-256. `table` replaces the usual name; empty: the usual one. Fails when
/// the engine or the source is not known, and says which are.
Result<std::string> query_for(const Formats& formats, std::string_view engine, std::string_view source, const std::string& table);

}  // namespace ropc::logparsers
