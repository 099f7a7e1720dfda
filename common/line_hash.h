#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ropc {

/// GitHub code scanning's `primaryLocationLineHash` of each of `lines` (from 1; 0 counts as 1) of a file's `text`, in the
/// order of `lines`; empty for lines that the text does not have. Bit-exact with what GitHub's upload action computes
/// (a rolling hash of the 100 UTF-16 code units from the line's start on, blanks left out, then ':' and the how-manieth
/// such hash of the file it is). One pass over the text, whatever the number of lines.
std::vector<std::string> line_hashes(std::string_view text, const std::vector<std::uint32_t>& lines);

}  // namespace ropc
