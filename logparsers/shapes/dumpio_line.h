#pragma once

#include <memory>
#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// Lines of Apache's mod_dumpio in its error log: every piece of every request and answer that goes through, by process
/// and thread. The pieces of a request are put together until an answer begins on the same thread; that line then fills
/// "@line.address" (with the port), "@line.time", "@line.request", "@line.agent", "@line.authorization", "@line.body" and
/// "@line.status".
class DumpioLine final : public TextShape {
 public:
  explicit DumpioLine(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;
  [[nodiscard]] std::unique_ptr<ShapeState> state() const override;

 private:
  void set(int slot, std::string_view text, FieldTable& out) const;

  int address_, time_, request_, agent_, authorization_, body_, status_;
};

}  // namespace ropc::logparsers
