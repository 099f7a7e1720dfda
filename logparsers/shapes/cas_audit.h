#pragma once

#include <memory>
#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// Records of Apereo CAS's audit trail (Slf4jLoggingAuditTrailManager), in cas_audit.log or between the other messages
/// of cas.log: a block of lines (`WHO: … WHAT: … ACTION: …`), or one line (`when|CAS|what|action|who|client|server`). The
/// third form, JSON, is left to the readers of JSON. Fills "@cas.when", "@cas.who", "@cas.action", "@cas.address", and of
/// token requests "@cas.grant_type" and "@cas.service", which is the client id.
///
/// Names stand in the log with their line breaks, so that one can imitate whole records. What tells a record is its end,
/// which the server writes, and where the log has the colours of the packaged logging setup, only a coloured line
/// begins a record.
class CasAudit final : public TextShape {
 public:
  explicit CasAudit(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;
  [[nodiscard]] std::unique_ptr<ShapeState> state() const override;

 private:
  Fit block(std::string_view text, FieldTable& out) const;
  Fit single(std::string_view text, FieldTable& out) const;
  void token_request(std::string_view what, FieldTable& out) const;
  void set(int slot, std::string_view text, FieldTable& out) const;

  int when_, who_, action_, address_, grant_type_, service_;
};

/// Whether a line may begin a record of CAS: once a log has shown colours, only a coloured one does.
class CasColours final : public ShapeState {
 public:
  bool begins(const TextRecord& record);

 private:
  bool coloured_ = false;
};

/// `message` of `time LEVEL [logger] - message`, without the brackets that some patterns put around it; empty when the
/// line is no such one, or its logger does not end with `logger`.
std::string_view cas_message(std::string_view line, std::string_view logger);

}  // namespace ropc::logparsers
