#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

// Marks and words around keys and values, as the text eye reads code. Names of functions are folded (common/text.h).

namespace ropc::scanner {

/// Whether a word is in one of the tables below.
template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline constexpr std::array<std::string_view, 9> kCompareMarks = {"==", "===", "!=", "!==", "=~", "eq", "ne", "is", "in"};
inline constexpr std::array<std::string_view, 12> kCompareCalls = {"equals", "equalsignorecase", "eql", "isequalto", "eq", "compare",
                                                            "contains", "compareto", "isequaltostring", "tobe", "toequal", "should"};
inline constexpr std::array<std::string_view, 12> kGiveCalls = {"value", "val", "to", "set", "with", "put", "add", "then", "as", "withvalue", "setvalue", "is"};
inline constexpr std::array<std::string_view, 8> kCompareFunctions = {"strcmp", "strcasecmp", "strncmp", "stricmp", "ostrcmp", "ostrcasecmp", "compare", "strncasecmp"};
inline constexpr std::array<std::string_view, 8> kGiveMarks = {"=", ":", "=>", "->", ":=", "<-", "<<", "to"};
inline constexpr std::array<std::string_view, 7> kDeclares = {"def", "func", "function", "fn", "sub", "fun", "void"};
/// Words of statements that check what was sent instead of sending it; folded.
inline constexpr std::array<std::string_view, 30> kChecks = {
    "assert",       "asserttrue",  "assertequals",    "assertequal",   "assertthat",    "expect",      "should",         "verify",
    "tohavebeencalledwith", "toequal", "tomatchobject", "containsentry", "withrequestbody", "stubrequest", "nock",        "stubfor",
    "haverequested", "assertin",   "assertdictequal", "assertis",      "xctassertequal", "containing",  "urlmatching",    "andexpect",
    "tobe",         "shouldbe",    "assertcontains",  "haskeyvalue",   "musthave",      "havebeenrequested"};
inline constexpr std::array<std::string_view, 9> kNegations = {"unsupported", "disallowed", "invalid", "missing", "no", "not", "without", "blocked", "denied"};

}  // namespace ropc::scanner
