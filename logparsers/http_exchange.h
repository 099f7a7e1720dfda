#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "logparsers/field_table.h"
#include "logparsers/paths.h"

namespace ropc::logparsers {

/// Looks for a token request in what a server or gateway logged of an HTTP request: in the address, in the body, in
/// the Authorization header. Fills "@http.grant_type", "@http.client", "@http.user", "@http.scope", "@http.path",
/// "@http.leak" (a password stands in the address) and "@http.body" (the body was logged, so that a grant would show).
class HttpExchange {
 public:
  explicit HttpExchange(PathSet& paths);

  /// What the log tells of a request; empty where it does not.
  struct Parts {
    std::string_view request;        ///< request line, or address
    std::string_view query;          ///< where it stands apart
    std::string_view body;
    std::string_view authorization;
    std::string_view remote_user;    ///< HTTP Basic name
  };
  void run(const Parts& parts, FieldTable& out) const;

 private:
  int grant_type_, client_, user_, scope_, path_, leak_, body_;
};

}  // namespace ropc::logparsers
