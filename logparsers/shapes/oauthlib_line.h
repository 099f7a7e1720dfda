#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// Log lines of Python's oauthlib and django-oauth-toolkit, whatever the program's own log format puts before them
/// (a time, a level; then the logger `oauthlib.oauth2.rfc6749.…` or `oauth2_provider`). A request is several lines at
/// DEBUG: it is dispatched, its client is named or refused, it is issued or ends in an error. Fills "@oauthlib.time",
/// "@oauthlib.event" ("dispatch", "issued", "error"), "@oauthlib.client", "@oauthlib.user" and "@oauthlib.error"; events
/// of other grants have no event. Lines of requests that a server answers at the same time cannot be told apart.
class OauthlibLine final : public TextShape {
 public:
  explicit OauthlibLine(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;
  [[nodiscard]] std::unique_ptr<ShapeState> state() const override;

 private:
  class Request;
  Fit message(std::string_view text, Request* request, FieldTable& out) const;
  Fit issued(std::string_view text, FieldTable& out) const;
  Fit refused(std::string_view text, Request& request, FieldTable& out) const;
  void set(int slot, std::string_view text, FieldTable& out) const;

  int time_, event_, client_, user_, error_;
};

}  // namespace ropc::logparsers
