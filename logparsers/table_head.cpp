#include "logparsers/table_head.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "common/text.h"
#include "logparsers/table_row.h"

namespace ropc::logparsers {
namespace {

bool holds_texts(const Formats& formats, std::string_view column) {
  return std::any_of(formats.texts().begin(), formats.texts().end(), [&](const auto& w) { return w.name == column; });
}
}  // namespace

std::optional<CopyHead> copy_head(std::string_view line) {
  if (!line.starts_with("COPY ") || line.find(" FROM stdin;") == std::string_view::npos) return std::nullopt;
  const std::size_t open = line.find('(');
  const std::size_t close = line.find(')', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  CopyHead out;
  std::string_view table = trim(line.substr(5, open - 5));
  table = table.substr(table.rfind('.') == std::string_view::npos ? 0 : table.rfind('.') + 1);
  const auto bare = [](std::string_view name) {
    name = trim(name);
    if (name.size() > 1 && name.starts_with('"')) name = name.substr(1, name.size() - 2);
    return lower(name);
  };
  out.table = bare(table);
  for (const std::string_view name : split(line.substr(open + 1, close - open - 1), ',')) out.columns.push_back(bare(name));
  return out;
}

std::shared_ptr<const Columns> columns_of(std::string_view header, const Formats& formats) {
  constexpr std::array<char, 4> separators = {',', ';', '\t', '|'};
  std::shared_ptr<Columns> best;
  std::size_t most = 2;
  for (const std::string_view json : {"\":", "\" :"})  // perhaps behind something else
    if (header.find(json) != std::string_view::npos) return nullptr;
  for (const char separator : separators) {
    std::vector<std::string_view> cells;
    std::deque<std::string> owned;
    split_row(header, separator, cells, owned);
    if (cells.size() < 2 || cells.size() > 2000) continue;
    auto columns = std::make_shared<Columns>();
    columns->separator = separator;
    columns->count = cells.size();
    std::size_t known = 0;
    for (const std::string_view cell : cells) {
      columns->nodes.push_back(formats.paths().column(trim(cell)));
      // A column that holds whole records is enough.
      if (columns->nodes.back() >= 0) known += holds_texts(formats, trim(cell)) ? 3U : 1U;
    }
    if (known > most) {
      most = known;
      best = std::move(columns);
    }
  }
  return best;
}

}  // namespace ropc::logparsers
