#include "logparsers/http_message.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::logparsers {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

HttpRequest http_request(std::string_view text) {
  HttpRequest out;
  out.line = take_line(text);
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trim(line.substr(colon + 1));
    if (out.user_agent.empty() && equal_ignoring_case(name, "user-agent")) out.user_agent = value;
    if (out.authorization.empty() && equal_ignoring_case(name, "authorization")) out.authorization = value;
  }
  out.body = text;
  return out;
}

std::string_view http_status(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (!line.starts_with("HTTP/") || blank == std::string_view::npos) return {};
  const std::string_view status = line.substr(blank + 1, 3);
  const bool digits = status.size() == 3 && std::all_of(status.begin(), status.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? status : std::string_view();
}

}  // namespace ropc::logparsers
