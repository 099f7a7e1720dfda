#pragma once

#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// A security audit of AD FS: the inner document `<AuditBase …>`, plain or escaped (`&lt;AuditBase`), as it stands in a
/// Windows event's XML, in a collector's "Message", or alone. Elements are found by name. Fills "@adfs.<Element>" with
/// the first of each name, and of the Windows event around it "@adfs.time" (TimeCreated), "@adfs.computer",
/// "@adfs.record" (EventRecordID) and "@adfs.activity" (the GUID that the events of a request share).
class AdfsAudit final : public TextShape {
 public:
  explicit AdfsAudit(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;

 private:
  void event(std::string_view head, FieldTable& out) const;

  std::vector<std::pair<std::string, int>> elements_;  ///< name → slot
  int time_, computer_, record_, activity_;
};

}  // namespace ropc::logparsers
