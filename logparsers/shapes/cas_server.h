#pragma once

#include <memory>
#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// Messages of Apereo CAS in cas.log other than audit records: `05:05:24 WARN [o.a.c.s.o.v.t.OAuth20Password…] - <…>`. A
/// client that may not use the grant is refused there with the pattern of its service, not its id. Fills
/// "@cas.refused" with that pattern. Colours: see CasAudit.
class CasServer final : public TextShape {
 public:
  explicit CasServer(PathSet& paths) : refused_(paths.add("@cas.refused")) {}
  Fit take(TextRecord& record, FieldTable& out) const override;
  [[nodiscard]] std::unique_ptr<ShapeState> state() const override;

 private:
  int refused_;
};

}  // namespace ropc::logparsers
