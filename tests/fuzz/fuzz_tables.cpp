// Rows of CSV files and database dumps: a row ends where it ends, and its cells come from it alone.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/table_row.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ropc::logparsers;
  if (size == 0) return 0;
  constexpr std::string_view kSeparators = ",;\t|";
  const char separator = kSeparators[data[0] % kSeparators.size()];
  std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<std::string_view> cells;
  std::deque<std::string> owned;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = row_end(text, at, separator);
    const std::string_view row = text.substr(at, end == std::string_view::npos ? end : end - at);
    if (end != std::string_view::npos && (end <= at || text[end - 1] != '\n')) std::abort();
    split_row(row, separator, cells, owned);
    std::size_t length = 0;
    for (const std::string_view cell : cells) length += cell.size();
    if (cells.empty() || length > row.size()) std::abort();
    split_copy_row(row, cells, owned);
    length = 0;
    for (const std::string_view cell : cells) length += cell.size();
    if (cells.empty() || length > row.size()) std::abort();
    if (end == std::string_view::npos) break;
    at = end;
  }
  return 0;
}
