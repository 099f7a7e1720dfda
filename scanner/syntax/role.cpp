#include <algorithm>

#include "common/text.h"
#include "scanner/language.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/sight.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxClimb = 60;

/// What a call does with its arguments, by the last part of its name: expects them, looks for them, takes them away.
Role role_in(const Tree& tree, NodeId call) {
  const Effect effect = effect_of_call(tree, call);
  if (effect == Effect::assertion || effect == Effect::removal) return Role::declared;
  return effect == Effect::compare ? Role::compared : Role::live;
}

/// The list that a macro of a C library runs a variable over: json_array_foreach(list, index, variable) { … }. To the
/// grammar the block is a statement beside the call.
NodeId looped_list(const Tree& tree, std::string_view variable, NodeId use) {
  if (!is_c_family(tree.language().id)) return kNone;
  constexpr NodeId kFarthest = 4'000;
  const NodeId stop = use > kFarthest ? use - kFarthest : 0;
  for (NodeId at = use; at-- > stop;) {
    if (tree.form(at) == Form::function) return kNone;
    if (tree.form(at) != Form::call || !contains_ignoring_case(tree.name(tree.slot(at, 0)), "foreach")) continue;
    const auto arguments = arguments_of(tree, at);
    for (std::size_t i = 1; i < arguments.size(); ++i)
      if (tree.name(tree.strip(arguments[i].value)) == variable) return tree.strip(arguments.front().value);
  }
  return kNone;
}

}  // namespace

Effect effect_of_call(const Tree& tree, NodeId call) {
  const NodeId callee = tree.form(call) == Form::message ? tree.child_by_field(call, "method") : tree.slot(call, 0);
  const Effect effect = effect_of(tree.name(callee));
  if (effect == Effect::same) {  // String(format: "…", …)
    const auto arguments = arguments_of(tree, call);
    return !arguments.empty() && arguments.front().name == "format" ? Effect::format : effect;
  }
  if (effect != Effect::compare) return effect;
  const std::string whole = lower(tree.dotted(call));  // assert.Equal, require.Contains, expect(x).equals
  const bool claims = whole.starts_with("assert") || whole.starts_with("require.") || whole.starts_with("expect") || whole.starts_with("should");
  return claims ? Effect::assertion : effect;
}

Role role_of(const Tree& tree, NodeId id) {
  Role role = Role::live;  // an assertion further out says more than a comparison in it
  NodeId below = id;
  NodeId at = tree.parent(id);
  for (int i = 0; i < kMaxClimb && at != kNone; ++i) {
    switch (tree.form(at)) {
      case Form::call:
      case Form::message:
        if (below != tree.slot(at, 0) && below != tree.slot(at, 2)) {
          const Role given = role_in(tree, at);
          if (given == Role::declared) return given;
          if (given == Role::compared) role = given;
        }
        break;
      case Form::binary:
        if (operation_of(tree.language(), tree.between(tree.slot(at, 0), tree.slot(at, 1))) == Operation::compare) role = Role::compared;
        break;
      case Form::branch:
        if (tree.within(id, tree.slot(at, 0))) role = Role::compared;
        break;
      case Form::function:
        // A pattern among the parameters is compared with what comes; a default is not.
        return tree.within(id, tree.slot(at, 1)) && tree.slot(at, 1) != at && tree.form(id) == Form::pair ? Role::compared : role;
      case Form::type:
        return role;
      case Form::claim:
        return Role::declared;
      default:
        break;
    }
    below = at;
    at = tree.parent(at);
  }
  return role;
}

Meaning subject_of(const Values& values, const RuleMatcher& rules, NodeId expression) {
  const Tree& tree = values.tree();
  NodeId id = tree.strip(expression);
  for (int hops = 0; hops < 6 && id != kNone; ++hops) {
    const auto named = [&](std::string text, NodeId at) {
      Meaning out;
      out.known = true;
      out.text = std::move(text);
      out.at = at;
      return out;
    };
    const auto key_at = [&](NodeId key) -> Meaning {
      Meaning known = values.first(key);
      if (known.known && rules.knows_key(known.text)) return known;
      if (rules.knows_key_name(known.name)) return known;
      return {};
    };
    switch (tree.form(id)) {
      case Form::name:
      case Form::variable:
      case Form::member: {
        const std::string name = tree.name(id);
        if (rules.knows_key(name)) return named(name, id);
        if (tree.form(id) == Form::name || tree.form(id) == Form::variable) {
          // A local that holds what is asked for: follow it once.
          const auto found = values.definitions().visible(name, id);
          if (const NodeId list = looped_list(tree, name, id); list != kNone) {
            id = list;
            continue;
          }
          if (found.empty() || found.front()->value == kNone || tree.within(id, found.front()->node)) return {};
          id = tree.strip(found.front()->value);
          continue;
        }
        id = effect_of(name) == Effect::same ? tree.strip(tree.slot(id, 0)) : kNone;
        continue;
      }
      case Form::index:
        return key_at(tree.slot(id, 1));
      case Form::call:
      case Form::message: {
        const std::string name = tree.name(tree.form(id) == Form::message ? tree.child_by_field(id, "method") : tree.slot(id, 0));
        std::string_view bare = name;
        if (bare.starts_with("get")) bare.remove_prefix(3);
        if (rules.knows_key(bare)) return named(std::string(bare), id);
        if (effect_of_call(tree, id) == Effect::assertion) {  // expect(body.grant_type)
          const auto arguments = arguments_of(tree, id);
          id = arguments.empty() ? kNone : arguments.front().value;
          continue;
        }
        for (const ArgumentNode& argument : arguments_of(tree, id)) {
          const Form form = tree.form(argument.value);
          if (form != Form::string && form != Form::symbol && form != Form::name && form != Form::member) continue;
          if (Meaning key = key_at(argument.value); key.at != kNone) return key;
        }
        if (const auto arguments = arguments_of(tree, id); is_c_family(tree.language().id) && arguments.size() == 1) {
          id = tree.strip(arguments.front().value);  // text_of(entry)
          continue;
        }
        NodeId receiver = tree.slot(id, 2);
        if (receiver == kNone && tree.form(tree.strip(tree.slot(id, 0))) == Form::member) receiver = tree.slot(tree.strip(tree.slot(id, 0)), 0);
        if (tree.form(id) == Form::message) receiver = tree.slot(id, 0);
        id = tree.strip(receiver);
        continue;
      }
      case Form::unary:
        id = tree.strip(tree.slot(id, 0));
        continue;
      default:
        return {};
    }
  }
  return {};
}

}  // namespace ropc::scanner::syntax
