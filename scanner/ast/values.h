#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "scanner/ast/cursors.h"
#include "scanner/facts.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {

/// Stands for a part of a text that is not known (see Value::text).
inline constexpr char kHole = '\x1a';

/// A value on its way through a unit.
struct Tracked : Value {
  bool from_caller = false;  ///< an argument of the call that is being followed is in it
};

/// What variables, fields and buffers hold at a point of the walk, by identity_of() of their declarations.
using Scope = std::map<std::uint64_t, Tracked>;

/// Where a value came together: a literal, a concatenation, a format, a constant of a header.
struct Completion {
  Tracked whole;
  std::vector<Tracked> parts;
  CXCursor where;
};

/// Follows expressions to their values, by source and without running anything: literals, concatenation, formatting,
/// constants, enumerators, tracked variables and buffers, string wrappers, functions with one `return` in the unit.
class Evaluator {
 public:
  /// `completed` is called wherever a text comes together, possibly several times for one place.
  Evaluator(const RuleMatcher& rules, std::function<void(const Completion&)> completed)
      : rules_(&rules), completed_(std::move(completed)) {}

  [[nodiscard]] Tracked value_of(CXCursor expression, const Scope& scope, int depth = 0) const;

  /// Text of a printf-, fmt- or Qt-style format with its holes filled.
  [[nodiscard]] static Tracked formatted(const Tracked& format, const std::vector<Tracked>& arguments);
  [[nodiscard]] static Tracked joined(const std::vector<Tracked>& parts);

 private:
  [[nodiscard]] Tracked reference(CXCursor expression, const Scope& scope, int depth) const;
  [[nodiscard]] Tracked call(CXCursor expression, const Scope& scope, int depth) const;
  [[nodiscard]] Tracked operator_call(const std::string& name, CXCursor expression, const Scope& scope, int depth) const;
  [[nodiscard]] Tracked returned(CXCursor expression, const std::vector<Tracked>& arguments, int depth) const;
  /// What is read under the only key among the arguments of a reading call or subscript: it has the key's name.
  [[nodiscard]] Tracked entry(const std::vector<Tracked>& values) const;
  [[nodiscard]] Tracked either(CXCursor expression, const Scope& scope, int depth) const;
  [[nodiscard]] Tracked only_child(CXCursor expression, const Scope& scope, int depth) const;
  Tracked complete(Tracked whole, std::vector<Tracked> parts, CXCursor where) const;

  const RuleMatcher* rules_;
  std::function<void(const Completion&)> completed_;
};

/// Whether a call of this name formats text (printf family, fmt, QString::arg, stringWithFormat:).
bool formats_text(const std::string& name);

}  // namespace ropc::scanner::ast
