#include <array>
#include <string>

#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/formats.h"
#include "reporters/json_text.h"
#include "reporters/order.h"
#include "reporters/rule_book.h"

namespace ropc::reporters {
namespace {

/// Columns of this format are bytes from 1, the end exclusive: ours as they are.
Json range_of(const Location& where) {
  const auto position = [](std::uint32_t line, std::uint32_t column) {
    Json out = {{"line", line}};
    if (column > 0) out["column"] = column;
    return out;
  };
  Json out = {{"start", position(where.line, where.column)}};
  if (where.end_line >= where.line) out["end"] = position(where.end_line, where.end_column);
  return out;
}

}  // namespace

std::string rdjsonl_report(const Report& report, const Style&) {
  constexpr std::array<std::string_view, 3> severities = {"INFO", "WARNING", "ERROR"};
  RuleBook book(report);
  std::string out;
  for (const FindingRow& row : findings_worst_first(report, false)) {
    const Finding& f = *row.finding;
    if (!inside_root(f.where.path)) continue;
    Json line = {{"message", message_of(f)}};
    line["location"] = {{"path", valid_utf8(f.where.path)}};
    if (f.where.line > 0) line["location"]["range"] = range_of(f.where);
    line["severity"] = severities[static_cast<std::size_t>(f.level)];
    line["source"] = {{"name", "ropc-audit"}};
    line["code"] = {{"value", valid_utf8(f.rule_id)}};
    for (const std::string& url : book.of(f).references)
      if (is_web_address(url) && !line["code"].contains("url")) line["code"]["url"] = url;
    out += json_line(line);
  }
  return out;
}

}  // namespace ropc::reporters
