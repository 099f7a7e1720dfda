#pragma once

#include <string>

#include "model/finding.h"

namespace ropc::test {

/// A finding at a place, for what works on findings alone.
inline Finding finding_at(const std::string& rule, std::uint32_t line, std::uint32_t end_line = 0, Kind kind = Kind::request) {
  Finding out;
  out.rule_id = rule;
  out.kind = kind;
  out.level = kind == Kind::mention ? Level::note : Level::error;
  out.where = {"a.py", line, 1, end_line == 0 ? line : end_line, 20};
  out.excerpt = redact("line " + std::to_string(line));
  return out;
}

}  // namespace ropc::test
