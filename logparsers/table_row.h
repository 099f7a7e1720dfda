#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ropc::logparsers {

/// Where the row that starts at `at` ends (behind its line end): quotes may hold line ends and separators (RFC 4180).
/// npos: not before the end of `text`.
std::size_t row_end(std::string_view text, std::size_t at, char separator);

/// The cells of one row, unquoted. Views point into `row` or into `owned`, which is cleared first.
void split_row(std::string_view row, char separator, std::vector<std::string_view>& cells, std::deque<std::string>& owned);

/// The cells of one line of PostgreSQL's COPY text format: tabs between, back-slash escapes, `\N` for nothing.
void split_copy_row(std::string_view row, std::vector<std::string_view>& cells, std::deque<std::string>& owned);

/// The cells of a text line, without blanks around them. Where the separator is a blank, "…" and […] hold a cell
/// together and are taken off, as access logs write it; escapes stay. False when there are more than 500.
bool split_cells(std::string_view line, std::string_view separator, std::vector<std::string_view>& cells);

}  // namespace ropc::logparsers
