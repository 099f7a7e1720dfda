#include <algorithm>

#include "common/text.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/sight.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxClimb = 60;

/// Calls whose arguments are expected, looked for or taken away, by the last part of their name.
bool only_speaks(const Tree& tree, NodeId call) {
  const NodeId callee = tree.form(call) == Form::message ? tree.child_by_field(call, "method") : tree.slot(call, 0);
  const Effect effect = effect_of(tree.name(callee));
  return effect == Effect::compare || effect == Effect::assertion || effect == Effect::removal;
}

}  // namespace

Role role_of(const Tree& tree, NodeId id) {
  NodeId below = id;
  NodeId at = tree.parent(id);
  for (int i = 0; i < kMaxClimb && at != kNone; ++i) {
    switch (tree.form(at)) {
      case Form::call:
      case Form::message:
        if (below != tree.slot(at, 0) && below != tree.slot(at, 2) && only_speaks(tree, at)) return Role::compared;
        break;
      case Form::binary:
        if (operation_of(tree.language(), tree.between(tree.slot(at, 0), tree.slot(at, 1))) == Operation::compare) return Role::compared;
        break;
      case Form::branch:
        if (tree.within(id, tree.slot(at, 0))) return Role::compared;
        break;
      case Form::function:
        // A pattern among the parameters is compared with what comes; a default is not.
        return tree.within(id, tree.slot(at, 1)) && tree.slot(at, 1) != at && tree.form(id) == Form::pair ? Role::compared : Role::live;
      case Form::type:
        return Role::live;
      default:
        break;
    }
    below = at;
    at = tree.parent(at);
  }
  return Role::live;
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
      const Meaning known = values.first(key);
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
        for (const ArgumentNode& argument : arguments_of(tree, id)) {
          const Form form = tree.form(argument.value);
          if (form != Form::string && form != Form::symbol && form != Form::name && form != Form::member) continue;
          if (Meaning key = key_at(argument.value); key.at != kNone) return key;
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
