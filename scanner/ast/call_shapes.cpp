#include "scanner/ast/call_shapes.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text.h"

namespace ropc::scanner::ast {
namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool appends_text(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "strcat", "strncat", "wcscat", "strlcat", "strcat_s", "append", "push_back", "appendString:", "appendFormat:",
      "concat", "operator+=", "operator<<", "Append", "write"};
  return one_of(kNames, name);
}

bool fills_buffer(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {"strcpy", "strncpy", "strlcpy", "strcpy_s",
                                                             "wcscpy", "assign",  "memcpy",  "operator="};
  static constexpr std::array<std::string_view, 3> kToStreams = {"printf", "fprintf", "vprintf"};
  return one_of(kNames, name) || (name.ends_with("printf") && !one_of(kToStreams, name));
}

bool compares_texts(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kNames = {
      "strcmp", "strcasecmp", "strncmp", "strncasecmp", "stricmp", "_stricmp", "wcscmp", "o_strcmp", "operator==",
      "operator!=", "compare", "equals", "isEqualToString:", "isEqual:", "memcmp", "iequals", "contains", "apr_strnatcmp"};
  static constexpr std::array<std::string_view, 4> kEnds = {"strcmp", "strcasecmp", "strncmp", "has_string"};
  return one_of(kNames, name) ||
         std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return name.ends_with(end); });
}

bool reads_entry(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kWrites = {"set", "add", "put", "insert", "append", "remove"};
  static constexpr std::array<std::string_view, 8> kReads = {"get", "find", "lookup", "param", "value", "forkey", "item", "field"};
  const std::string folded = folded_name(name);
  if (std::any_of(kWrites.begin(), kWrites.end(), [&](std::string_view word) { return folded.starts_with(word); })) return false;
  return folded == "at" || folded == "arg" ||
         std::any_of(kReads.begin(), kReads.end(), [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool loops_over(std::string_view name) { return contains_ignoring_case(name, "foreach"); }

bool value_before_key(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kParts = {"forKey", "ObjectsAndKeys", "forHTTPHeaderField"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

std::string_view name_set_by(std::string_view setter) {
  static constexpr std::array<std::string_view, 5> kPrefixes = {"set", "with", "add", "Set", "With"};
  std::string_view name = setter.substr(0, setter.find(':'));
  for (const std::string_view prefix : kPrefixes) {
    if (!name.starts_with(prefix) || name.size() <= prefix.size() + 2) continue;
    const char next = name[prefix.size()];
    if (next != '_' && (next < 'A' || next > 'Z')) continue;  // "address" sets no "ress"
    name.remove_prefix(prefix.size());
    if (name.front() == '_') name.remove_prefix(1);
    break;
  }
  return name;
}

}  // namespace ropc::scanner::ast
