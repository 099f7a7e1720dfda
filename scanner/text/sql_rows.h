#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts.h"

namespace ropc::scanner {

struct SqlCell {
  std::string column;
  std::string value;
  Region where;  ///< of the literal
};

/// Cells of one row that are text literals, in the statement's order.
using SqlRow = std::vector<SqlCell>;

/// Tells each row that a script writes: `INSERT INTO t (a, b) VALUES ('x', 'y'), …` (without columns those of the
/// script's own CREATE TABLE before it), `REPLACE INTO`, and `UPDATE t SET a = 'x' WHERE b = 'y'`, where the condition's
/// columns count as the row's. Linear in the text; what it cannot read it passes over.
void sql_rows(std::string_view text, const std::function<void(const SqlRow&)>& tell);

}  // namespace ropc::scanner
