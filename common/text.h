#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ropc {

/// ASCII only; other bytes stay as they are. No locale is ever used.
std::string lower(std::string_view text);
char lower(char c) noexcept;

/// Without leading and trailing blanks, tabs and line ends. The view is into `text`.
std::string_view trim(std::string_view text) noexcept;

/// Parts between `separator`s; "a,,b" has three. The views are into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;
bool contains_ignoring_case(std::string_view text, std::string_view word) noexcept;

/// Lower case without '_', '-', '.', ' ' : the form in which spellings of one name are compared
/// ("grant_type", "grantType", "GRANT-TYPE" are all "granttype").
std::string folded_name(std::string_view name);

/// The one of `known` that is nearest to `word` by edit distance, empty when nothing is near (more than a third of it
/// differs). For "did you mean".
std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// Valid UTF-8: bytes that are not become U+FFFD. What every writer of JSON passes foreign text through.
std::string valid_utf8(std::string_view text);

/// For terminals and CI consoles: control characters and Unicode's invisible direction marks become visible escapes
/// (\x1b, \u202e), so that text from a log or a repository can neither move the cursor nor forge a line.
std::string printable(std::string_view text);

}  // namespace ropc
