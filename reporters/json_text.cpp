#include "reporters/json_text.h"

#include "common/text.h"

namespace ropc::reporters {
namespace {

/// Two '#' and a '[' stand together only inside a string, where an escape says the same.
std::string without_commands(std::string text, std::string_view command) {
  const std::string escaped = std::string(command.substr(0, command.size() - 1)) + "\\u005b";
  for (std::size_t at = text.find(command); at != std::string::npos; at = text.find(command, at + escaped.size()))
    text.replace(at, command.size(), escaped);
  return text;
}

std::string dumped(const Json& document, int indent) {
  std::string text = document.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
  return without_commands(without_commands(std::move(text), "##["), "##vso[");
}

}  // namespace

std::string json_text(const Json& document) { return dumped(document, 2); }
std::string json_line(const Json& document) { return dumped(document, -1); }

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(valid_utf8(text)); }

}  // namespace ropc::reporters
