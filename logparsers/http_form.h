#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ropc::logparsers {

/// What a token request says in its parameters; the values decoded. Passwords and secrets are never taken.
struct FormParameters {
  std::string grant_type;
  std::string client_id;
  std::string username;
  std::string scope;
  bool has_password = false;  ///< the text holds a password: whoever reads the log reads it too
};

/// Parameters of a query string or a form body: `a=b&c=d` percent-encoded, or multipart/form-data. Names are compared
/// without case, after decoding. The first of each name counts.
FormParameters form_parameters(std::string_view text);

/// Whether the text holds a grant type at all; cheap, may say yes too often.
bool mentions_grant_type(std::string_view text);

/// The user name of `Basic <base64>` (RFC 7617), percent-decoded as RFC 6749 §2.3.1 asks; the rest is not looked at.
std::optional<std::string> basic_user(std::string_view authorization);

/// The path and query of a request line (`POST /token?x=y HTTP/1.1`) or of an address with or without host.
struct RequestTarget {
  std::string_view method;
  std::string_view path;
  std::string_view query;
};
RequestTarget request_target(std::string_view request);

/// Whether this is the path of some product's token endpoint (docs: log reference §16.1).
bool is_token_path(std::string_view path);

/// Text as a server escaped it for its log: `\xHH` (nginx), `\"`, `\\`, `\n`, `\t`, `\r` (Apache).
std::string without_log_escapes(std::string_view text);

/// HAProxy writes control characters, quotes, braces and '#' as `#HH`.
std::string without_haproxy_escapes(std::string_view text);

}  // namespace ropc::logparsers
