#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts.h"
#include "scanner/match.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/values.h"

namespace ropc::scanner::syntax {

/// A key that gets a value, as the walk sees it.
struct SeenPair {
  Meaning key;
  Meaning value;
  NodeId node = kNone;        ///< of the pair; its surroundings are read from here
  Region where;
  std::string_view shape;     ///< a literal
  Role role = Role::live;
  std::vector<RelatedPlace> onward;  ///< of a call that hands the value on: where it goes from there
  bool definition = false;    ///< a variable, field or parameter default of that name: it says less than a use of it
};

/// A call that a rule may want.
struct SeenCall {
  CallFact fact;              ///< without its arguments' values
  NodeId node = kNone;
  std::vector<Meaning> values;  ///< of fact.arguments, in order
};

/// Everything a walk sees in one document.
struct Sight {
  std::vector<SeenPair> pairs;
  std::vector<SeenCall> calls;
  std::vector<std::string> open_keys;  ///< constants that are keys of wanted values, and such values: what they are is not seen here
};

/// Looks at the whole tree for what `rules` may want.
Sight look(const Values& values, const RuleMatcher& rules);

/// What a call does with its arguments, by its whole name.
Effect effect_of_call(const Tree& tree, NodeId call);

/// What the code does with a value that stands at `id`: compared when it is in a comparison or a pattern, declared when
/// it is in an assertion or in something that takes away.
Role role_of(const Tree& tree, NodeId id);

/// The key that an expression speaks of, without looking at its value: "grant_type" of `request.grant_type`,
/// `params["grant_type"]`, `request.getParameter("grant_type")`. Nothing that `rules` know: empty.
Meaning subject_of(const Values& values, const RuleMatcher& rules, NodeId expression);

}  // namespace ropc::scanner::syntax
