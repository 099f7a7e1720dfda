#include <algorithm>

#include "common/text.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/values.h"

// What lists, objects and types expressions come to.

namespace ropc::scanner::syntax {
namespace {

bool capital(std::string_view name) { return !name.empty() && name.front() >= 'A' && name.front() <= 'Z'; }

/// The type that a call of `callee` makes by itself or through a factory of the type: "msal.PublicClientApplication" where
/// types are called, "KeycloakBuilder" of "KeycloakBuilder.builder". Empty: not told.
std::string type_made(const std::string& callee, bool types_are_called) {
  const std::size_t dot = callee.rfind('.');
  const std::string last = dot == std::string::npos ? callee : callee.substr(dot + 1);
  if (types_are_called && capital(last)) return callee;
  if (dot == std::string::npos) return {};
  std::size_t begin = 0;
  for (const std::string_view part : split(std::string_view(callee).substr(0, dot), '.')) {
    begin += part.size() + 1;
    if (capital(part)) return callee.substr(0, begin - 1);
  }
  return {};
}

}  // namespace

std::vector<NodeId> Values::items_of(NodeId expression) const {
  NodeId id = tree_.strip(expression);
  for (int hops = 0; hops < 6 && id != kNone; ++hops) {
    switch (tree_.form(id)) {
      case Form::list:
      case Form::sequence:
        return tree_.children(id);
      case Form::name:
      case Form::variable:
      case Form::member: {
        if (tree_.form(id) == Form::member && effect_of(tree_.name(id)) == Effect::same) {  // […].freeze
          id = tree_.strip(tree_.slot(id, 0));
          continue;
        }
        const auto found = tree_.form(id) == Form::member && !is_self(tree_, tree_.slot(id, 0))
                               ? definitions_.members(tree_.name(tree_.slot(id, 0)), tree_.name(id))
                           : tree_.form(id) == Form::member ? definitions_.own_members(tree_.name(id), id)
                                                            : definitions_.visible(tree_.name(id), id);
        if (found.empty() || found.front()->value == kNone) return {};
        id = tree_.strip(found.front()->value);
        continue;
      }
      case Form::create: {
        std::vector<NodeId> out;
        for (const ArgumentNode& one : arguments_of(tree_, id)) {
          if (!one.name.empty()) return {};
          out.push_back(one.value);
        }
        if (out.size() == 1 && tree_.form(out.front()) == Form::list) {
          id = out.front();
          continue;
        }
        return out.size() > 1 || tree_.slot(id, 2) != kNone ? out : std::vector<NodeId>{};
      }
      case Form::call:
      case Form::message: {
        const std::string name = tree_.name(tree_.slot(id, 0));
        const auto arguments = arguments_of(tree_, id);
        const bool of = name == "of" || name == "asList" || effect_of(name) == Effect::list_of;
        if (!of && arguments.empty() && tree_.slot(id, 2) != kNone) {  // [..].freeze, x.to_vec()
          id = tree_.strip(tree_.slot(id, 2));
          continue;
        }
        if (!of && arguments.size() == 1 && (name.find("Set") != std::string::npos || name.find("List") != std::string::npos ||
                                             name == "split" || effect_of(name) == Effect::same)) {
          id = arguments.front().value;
          continue;
        }
        std::vector<NodeId> out;
        for (const ArgumentNode& one : arguments) {
          if (!of || !one.name.empty()) return {};
          out.push_back(one.value);
        }
        return out;
      }
      default:
        return {};
    }
  }
  return {};
}

NodeId Values::object_of(NodeId expression) const {
  NodeId id = tree_.strip(expression);
  for (int hops = 0; hops < 6 && id != kNone; ++hops) {
    switch (tree_.form(id)) {
      case Form::map:
      case Form::create:
        return id;
      case Form::arguments:
        return id;
      case Form::unary:
        id = tree_.strip(tree_.slot(id, 0));
        continue;
      case Form::name:
      case Form::variable:
      case Form::member: {
        const bool member = tree_.form(id) == Form::member;
        if (member && effect_of(tree_.name(id)) == Effect::same) {  // {…}.freeze
          id = tree_.strip(tree_.slot(id, 0));
          continue;
        }
        const auto found = member && is_self(tree_, tree_.slot(id, 0)) ? definitions_.own_members(tree_.name(id), id)
                           : member ? definitions_.members(tree_.name(tree_.slot(id, 0)), tree_.name(id))
                                    : definitions_.visible(tree_.name(id), id);
        if (found.empty() || found.front()->value == kNone || found.front()->value == id) return kNone;
        id = tree_.strip(found.front()->value);
        continue;
      }
      case Form::call: {  // Object.freeze({…}), {…}.freeze
        const auto arguments = arguments_of(tree_, id);
        const NodeId receiver = tree_.strip(tree_.slot(id, 2));
        if (arguments.size() == 1 && tree_.form(arguments.front().value) == Form::map) return arguments.front().value;
        if (arguments.empty() && tree_.form(receiver) == Form::map) return receiver;
        const bool all_named = !arguments.empty() && std::ranges::all_of(arguments, [](const ArgumentNode& one) { return !one.name.empty(); });
        return all_named && tree_.form(tree_.slot(id, 0)) == Form::name ? id : kNone;
      }
      default:
        return kNone;
    }
  }
  return kNone;
}

std::string Values::type_of(NodeId expression) const {
  fuel_ = kFuel;
  return type_of(expression, 0);
}

std::string Values::type_of(NodeId expression, int depth) const {
  const NodeId id = tree_.strip(expression);
  if (id == kNone || depth > 8 || !spend()) return {};
  switch (tree_.form(id)) {
    case Form::create:
      return tree_.dotted(tree_.slot(id, 0));
    case Form::message:  // [[Foo alloc] init]
      if (const NodeId receiver = tree_.strip(tree_.slot(id, 0)); tree_.form(receiver) == Form::name && !capital(tree_.name(receiver))) {
        return type_of(receiver, depth + 1);
      }
      return tree_.name(tree_.slot(id, 0)).empty() ? type_of(tree_.slot(id, 0), depth + 1) : tree_.dotted(id);
    case Form::call: {
      std::string callee = tree_.name(tree_.slot(id, 0));
      if (const auto* made = definitions_.all(callee)) {
        for (const Definition& one : *made) {
          if (one.kind == Definition::Kind::type) return callee;
          if (one.kind == Definition::Kind::function && one.type != kNone) return tree_.dotted(one.type);
        }
      }
      return type_made(tree_.dotted(id), tree_.language().types_are_called);
    }
    case Form::unary:
    case Form::assign:
      return type_of(tree_.slot(id, tree_.form(id) == Form::assign ? 1 : 0), depth + 1);
    case Form::name:
    case Form::variable:
    case Form::member: {
      const bool member = tree_.form(id) == Form::member;
      const bool self = member && is_self(tree_, tree_.slot(id, 0));
      std::string name = tree_.name(id);
      auto found = self || tree_.text(id).starts_with('@') ? definitions_.own_members(name, id)
                   : member ? definitions_.members(tree_.name(tree_.slot(id, 0)), name)
                            : definitions_.visible(name, id);
      if (found.empty() && member && !self) {
        const std::string outer = type_of(tree_.slot(id, 0), depth + 1);
        if (!outer.empty()) found = definitions_.members(outer.substr(outer.rfind('.') + 1), name);
      }
      for (const Definition* one : found) {
        if (one->type != kNone) {
          const std::string declared = tree_.dotted(one->type);
          if (!declared.empty() && declared != "var" && declared != "auto" && declared != "def") return declared;
        }
        if (one->kind == Definition::Kind::type) return name;
        if (one->value != kNone && one->value != id) {
          if (std::string type = type_of(one->value, depth + 1); !type.empty()) return type;
        }
      }
      return capital(name) ? tree_.dotted(id) : std::string();
    }
    default:
      return {};
  }
}

}  // namespace ropc::scanner::syntax
