#pragma once

#include <string_view>

#include "logparsers/format.h"

namespace ropc::logparsers {

/// A transaction in ModSecurity's native audit log: parts between `--<id>-A--` and `--<id>-Z--`. Fills "@line.id",
/// "@line.address", "@line.time" (A), "@line.request", "@line.agent", "@line.authorization" (B), "@line.body" (C) and
/// "@line.status" (F).
class ModsecurityBlock final : public TextShape {
 public:
  explicit ModsecurityBlock(PathSet& paths);
  Fit take(TextRecord& record, FieldTable& out) const override;

 private:
  void part(char letter, std::string_view text, FieldTable& out) const;
  void audit_header(std::string_view line, FieldTable& out) const;
  void set(int slot, std::string_view text, FieldTable& out) const;

  int id_, address_, time_, request_, agent_, authorization_, body_, status_;
};

/// The id of a line `--<id>-<letter>--`; empty when this is none.
std::string_view modsecurity_boundary(std::string_view line, char letter);

}  // namespace ropc::logparsers
