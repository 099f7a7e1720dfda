#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/redact.h"
#include "model/location.h"

namespace ropc {

/// What a finding says the code or configuration does. Everything else hangs on it.
enum class Kind : std::uint8_t {
  request,    ///< asks for a token with a user's password
  enable,     ///< configuration that allows the grant to a client or server
  implement,  ///< authorization-server code that serves it
  mention     ///< docs, comments, discovery lists, deny-lists
};

/// How loud a finding is; the values of SARIF's result.level.
enum class Level : std::uint8_t { note, warning, error };

/// How sure we are that the finding is what its kind says.
enum class Confidence : std::uint8_t { tentative, firm, certain };

/// Where a user name or password comes from, as far as the code shows it. The advice hangs on it.
enum class CredentialSource : std::uint8_t { unknown, literal, environment, prompt, vault, parameter, configuration };

/// A second place that explains a finding: the definition of a constant, the sink of a wrapper, a step of a flow.
struct RelatedPlace {
  Location where;
  std::string message;  ///< one plain sentence; holds no text of the input
  RedactedText excerpt;
  auto operator<=>(const RelatedPlace&) const = default;
};

/// Code or configuration that appears to use, allow, serve or mention the password grant.
struct Finding {
  std::string rule_id;
  Kind kind = Kind::request;
  Level level = Level::error;
  Confidence confidence = Confidence::firm;
  std::string construct;  ///< short name of the shape that matched, e.g. "form-string", "dictionary", "library-call"
  std::string language;   ///< id of model/languages.h, e.g. "python"
  std::string eye;        ///< "text", "config", "syntax" or "ast"
  Location where;         ///< the one primary place
  std::vector<RelatedPlace> related;
  std::vector<RelatedPlace> flow;  ///< from the value to the sink, in order; empty when both are one place
  RedactedText excerpt;            ///< the line of `where`
  std::string message;             ///< one plain sentence for this place

  // Context read off the surroundings; what the join needs.
  std::optional<std::string> client_id;
  std::optional<std::string> idp;
  std::optional<std::string> tenant;
  std::optional<std::string> endpoint;
  std::vector<std::string> scopes;
  CredentialSource user_from = CredentialSource::unknown;
  CredentialSource password_from = CredentialSource::unknown;

  bool test_code = false;
  bool vendored = false;
  bool sample_code = false;
  std::optional<std::string> suppressed;  ///< the reason given in the suppression comment
  std::string fingerprint;                ///< survives line moves; see scanner/fingerprint.h
  std::string line_hash;                  ///< GitHub's hash of the line of `where` (common/line_hash.h); empty: not known
  std::uint32_t utf16_column = 0;         ///< columns of `where` in UTF-16 code units (common/utf8.h), as SARIF
  std::uint32_t utf16_end_column = 0;     ///< and editors count; 0: not known
};

}  // namespace ropc
