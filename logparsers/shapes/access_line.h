#pragma once

#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// One line of a web server's access log in the common or combined format and what operators append to it:
/// `address ident user [02/Mar/2026:09:14:07 +0000] "request" status bytes "referer" "user agent" "…"`, with the virtual
/// host before it or not (Apache, nginx, Tomcat, gunicorn and their relatives). Fills "@line.address", "@line.user",
/// "@line.time", "@line.request", "@line.status", "@line.agent", and "@line.body" from a further quoted part that holds
/// a grant type. Escapes of the server are taken back.
class AccessLine final : public TextShape {
 public:
  explicit AccessLine(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;

 private:
  bool head(std::string_view text, FieldTable& out) const;
  void quoted_parts(std::string_view text, FieldTable& out) const;

  int address_, user_, time_, request_, status_, agent_, body_;
};

}  // namespace ropc::logparsers
