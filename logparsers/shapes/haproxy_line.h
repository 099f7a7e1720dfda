#pragma once

#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// One line of HAProxy's `option httplog`: `192.0.2.21:45653 [02/Mar/2026:09:14:07.821] frontend backend/server
/// 0/0/0/20/23 200 332 - - ---- 1/1/0/0/0 0/0 {captures|…} "POST /o/token/ HTTP/1.1"`. Fills "@line.address" (with the
/// port), "@line.time", "@line.status", "@line.request", "@line.body" and "@line.authorization" from captures that look
/// like them. Captured text is decoded (`#22` is a quote).
class HaproxyLine final : public TextShape {
 public:
  explicit HaproxyLine(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;

 private:
  void captures(std::string_view text, FieldTable& out) const;

  int address_, time_, request_, status_, body_, authorization_;
};

}  // namespace ropc::logparsers
