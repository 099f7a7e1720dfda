#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// The event lines of Keycloak's listener `jboss-logging` (JBossLoggingEventListenerProvider), as a whole server line
/// or as the bare message: quoted by any character from 23 on, unquoted before and with `quotes=none`.
///
/// Fills "@time" and "@message" (up to the first line feed), the prefix fields under their names (type, realmId,
/// realmName, clientId, userId, sessionId, ipAddress, error) and the details that rules ask for under "details.<name>".
/// Only LOGIN and LOGIN_ERROR are read to their end.
class KeycloakText final : public TextShape {
 public:
  explicit KeycloakText(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;

 private:
  struct Name {
    std::string name;
    int slot;
  };
  Fit message(std::string_view text, FieldTable& out) const;
  Fit quoted(std::string_view text, char quote, FieldTable& out) const;
  Fit unquoted(std::string_view text, FieldTable& out) const;
  void details(std::string_view text, FieldTable& out) const;
  void set(std::string_view name, std::string_view value, FieldTable& out) const;

  std::array<std::vector<Name>, 20> names_;  ///< by their length
  int time_;
  int message_;
};

}  // namespace ropc::logparsers
