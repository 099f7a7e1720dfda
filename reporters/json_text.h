#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace ropc::reporters {

using Json = nlohmann::ordered_json;

/// `document` as UTF-8 with two blanks of indent and a final line end; bytes that are no UTF-8 become U+FFFD. What a CI
/// console would take as a command ("##[", "##vso[") is written with \u escapes: other bytes, the same document.
std::string json_text(const Json& document);
/// The same in one line.
std::string json_line(const Json& document);

/// `text`, or null when it is empty: what an input did not tell is null, never "".
Json text_or_null(std::string_view text);

}  // namespace ropc::reporters
