#include "logparsers/shapes/cas_server.h"

#include "common/text.h"
#include "logparsers/shapes/cas_audit.h"

namespace ropc::logparsers {
namespace {

constexpr std::string_view kValidator = "OAuth20PasswordGrantTypeTokenRequestValidator";
constexpr std::string_view kRefused = "Requested grant type [PASSWORD] is not authorized by service definition [";

/// `[o.a.c.…]`, `[org.apereo.…]`, as the pattern shortens package names.
bool logger_of_cas(std::string_view line) {
  const std::string_view head = line.substr(0, 80);
  return head.find(" [o.a.") != std::string_view::npos || head.find(" [org.apereo.") != std::string_view::npos;
}

}  // namespace

std::unique_ptr<ShapeState> CasServer::state() const { return std::make_unique<CasColours>(); }

Fit CasServer::take(TextRecord& record, FieldTable& out) const {
  const std::string_view line = record.text;
  if (line.empty() || line.front() < '0' || line.front() > '9' || !logger_of_cas(line)) return Fit::no;
  if (line.substr(0, 120).find("AuditTrailManager] - ") != std::string_view::npos) return Fit::no;  // see CasAudit
  if (record.state != nullptr && !static_cast<CasColours*>(record.state)->begins(record)) return Fit::neighbour;
  std::string_view message = cas_message(line, kValidator);
  if (!message.starts_with(kRefused)) return Fit::other;
  message.remove_prefix(kRefused.size());
  out.set(refused_, {message.substr(0, message.rfind(']')), FieldTable::Kind::text});
  return Fit::fields;
}

}  // namespace ropc::logparsers
