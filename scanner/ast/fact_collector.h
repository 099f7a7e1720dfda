#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "scanner/ast/values.h"
#include "scanner/ast/walk.h"
#include "scanner/context_words.h"
#include "scanner/facts.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {

/// Whether the text is a key or value that a rule asks for, or a form with such a key, and no word that means much else:
/// what has it under a name opens units that use the name.
bool part_of_site(const RuleMatcher& rules, std::string_view text);

/// Gathers what the walk through a unit comes across: keeps of pairs and calls those that any rule may ask, each once,
/// in the frame of the function they stand in, with the context around them.
class FactCollector {
 public:
  /// `rules` must live as long as the collector.
  explicit FactCollector(const RuleMatcher& rules) : rules_(&rules) { frames_.emplace_back(); }

  void enter_function(std::string name);
  void leave_function() { frame_ = 0; }

  /// Between the two, facts stand inside a function that is looked at with the arguments of `call`: a fact that these
  /// arguments complete is told at the outermost such call, with its own place as the sink; any other is left out.
  void enter_call(CXCursor call) { calls_.push_back(call); }
  void leave_call() { calls_.pop_back(); }

  /// A variable, parameter or setter of this name holds the value.
  void named(const std::string& name, const Tracked& held);
  /// A key and its value, in whatever shape (see PairFact::shape).
  void pair(const Tracked& key, const Tracked& held, CXCursor where, std::string_view shape, Role role = Role::live);
  /// The same with a name of the program as key: `grantType_ = "password"`.
  void pair_named(const std::string& name, const Tracked& held, CXCursor where, std::string_view shape,
                  Role role = Role::live);
  /// A text came together: its key=value pairs that none of its parts had are facts here.
  void completed(const Completion& completion);
  void call(CallFact fact) { frame().calls.push_back(std::move(fact)); }
  /// An argument with this name in front of it: `"client_id", id`.
  void context(std::string_view name, const Tracked& held) { put_context(frame().context, name, held); }

  [[nodiscard]] bool is_key(const Tracked& key) const;

  /// A constant outside functions: told when it holds a part of a site, for those who use it in other files.
  void constant(const std::string& name, const Tracked& held);

  /// Everything found.
  UnitFacts take();

 private:
  Frame& frame() { return frames_[frame_]; }
  [[nodiscard]] bool is_value(const Tracked& held) const;
  void emit(const Tracked& key, const Tracked& held, CXCursor where, std::string_view shape, Role role);

  const RuleMatcher* rules_;
  std::deque<Frame> frames_;  // the first is the file's own
  std::string function_;      // whose body is looked at
  std::set<std::string> names_;
  std::size_t frame_ = 0;
  std::vector<CXCursor> calls_;
  std::set<std::tuple<std::size_t, std::string, std::string, bool>> shown_;
};

}  // namespace ropc::scanner::ast
