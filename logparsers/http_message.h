#pragma once

#include <string_view>

namespace ropc::logparsers {

/// What matters of an HTTP request as it went over the wire. Views into the text.
struct HttpRequest {
  std::string_view line;  ///< `POST /token HTTP/1.1`
  std::string_view user_agent;
  std::string_view authorization;
  std::string_view body;  ///< behind the empty line
};

/// Takes a request apart; what is missing at its end is empty. The first header of each name counts.
HttpRequest http_request(std::string_view text);

/// The status of `HTTP/1.1 200 OK`; empty when this is no status line.
std::string_view http_status(std::string_view line);

}  // namespace ropc::logparsers
