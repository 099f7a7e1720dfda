#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "rules/rule_set.h"

namespace ropc::scanner {

/// Tells which rules are possible in a file's bytes: the rarest atoms of all rules (scanner/gate/atoms.h) are searched in
/// one pass, whatever their letter case, and only where one is found the other atoms in a second one. Immutable; each
/// thread asks through a Scratch of its own.
class Gate {
 public:
  static Result<Gate> compile(const rules::RuleSet& rules);

  Gate(Gate&&) noexcept;
  Gate& operator=(Gate&&) noexcept;
  ~Gate();

  /// Memory of one thread.
  class Scratch {
   public:
    explicit Scratch(const Gate& gate);
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) = delete;
    ~Scratch();

   private:
    friend class Gate;
    struct State;
    std::unique_ptr<State> state_;
  };

  /// Whether any rule is possible in `text`. No allocation.
  [[nodiscard]] bool passes(std::string_view text, Scratch& scratch) const;
  /// Takes out what passes() found possible for documents of other languages only; whether anything is left. In plain
  /// code (scanner/language.h) rules for settings find nothing, in others any rule may speak of a piece in the document.
  [[nodiscard]] bool fits(std::string_view language, Scratch& scratch) const;
  /// By index of the rule: possible in the text that passes() and fits() were last asked about.
  [[nodiscard]] std::vector<bool> possible(const Scratch& scratch) const;

 private:
  struct State;
  explicit Gate(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace ropc::scanner
