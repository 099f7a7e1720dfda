#include "scanner/syntax/definitions.h"

#include <algorithm>

#include "common/text.h"
#include "scanner/syntax/literal.h"

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxPerName = 400;

bool is_scope(Form form) { return form == Form::function || form == Form::type; }

/// The nearest ancestor that is run or not run as a whole: a branch of an `if`, a loop body, a function.
bool passes(const Tree& tree, NodeId definition, NodeId use) {
  // A definition is passed on every way to `use` when the block that it stands in holds `use` too.
  NodeId block = tree.parent(definition);
  while (block != kNone && (tree.form(block) == Form::clear || tree.at(block).end - tree.at(block).begin ==
                                                                     tree.at(definition).end - tree.at(definition).begin)) {
    block = tree.parent(block);
  }
  return block == kNone || tree.within(use, block);
}

/// Whether a constructor's parameter declares a field as well (TypeScript, PHP).
bool is_field_too(std::string_view parameter) {
  return parameter.starts_with("private ") || parameter.starts_with("public ") || parameter.starts_with("protected ") || parameter.starts_with("readonly ");
}

}  // namespace

Definitions::Definitions(const Tree& tree) : tree_(&tree), scope_(tree.size(), 0) {
  for (NodeId id = 1; id < tree.size(); ++id) {
    const NodeId parent = tree.parent(id);
    scope_[id] = parent != kNone && is_scope(tree.form(parent)) ? parent : (parent == kNone ? 0 : scope_[parent]);
  }
  for (NodeId id = 0; id < tree.size(); ++id) collect(id);
}

NodeId Definitions::around(NodeId id, Form form) const {
  for (NodeId at = scope_of(id); at != 0 && at != kNone; at = scope_of(at)) {
    if (tree_->form(at) == form) return at;
  }
  return kNone;
}

std::string Definitions::container_of(NodeId scope) const {
  const auto named = [&](NodeId id) { return tree_->form(id) == Form::type && !tree_->name(tree_->slot(id, 0)).empty(); };
  while (scope != 0 && scope != kNone && !named(scope)) scope = scope_of(scope);
  return scope == 0 || scope == kNone ? std::string() : tree_->name(tree_->slot(scope, 0));
}

void Definitions::add(std::string name, Definition definition) {
  if (name.empty()) return;
  auto& list = by_name_[std::move(name)];
  if (list.size() < kMaxPerName) list.push_back(std::move(definition));
}

void Definitions::add_target(NodeId target, NodeId value, NodeId type, NodeId node, Definition::Kind kind) {
  target = tree_->strip(target);
  value = tree_->strip(value);
  if (target == kNone) return;
  Definition made{kind, node, value, type, scope_of(node), {}, {}};
  while (made.scope != 0 && tree_->form(made.scope) == Form::type && tree_->name(tree_->slot(made.scope, 0)).empty()) {
    made.scope = scope_of(made.scope);  // a companion's members are its owner's
  }
  switch (tree_->form(target)) {
    case Form::sequence: {
      const auto targets = tree_->children(target);
      const bool given = tree_->text(value) == "@_";  // Perl: my ($self, $grant) = @_;
      const auto values = tree_->form(value) == Form::sequence || tree_->form(value) == Form::list ? tree_->children(value) : std::vector<NodeId>{value};
      for (std::size_t i = 0; i < targets.size() && i < 20; ++i) {
        const bool matching = targets.size() == values.size() || (i == 0 && values.size() == 1);
        if (given) {
          add(tree_->name(targets[i]), {Definition::Kind::parameter, targets[i], kNone, kNone, made.scope, {}, {}});
        } else {
          add_target(targets[i], matching ? values[i] : kNone, type, node, kind);
        }
      }
      return;
    }
    case Form::member: {
      const NodeId object = tree_->slot(target, 0);
      made.kind = kind == Definition::Kind::append ? kind : Definition::Kind::member;
      if (is_self(*tree_, object)) {
        const NodeId type_scope = around(node, Form::type);
        made.scope = type_scope == kNone ? 0 : type_scope;
        made.container = container_of(made.scope);
      } else {
        made.container = tree_->name(object);
      }
      if (tree_->form(value) == Form::function) add(tree_->name(target), {Definition::Kind::function, value, kNone, kNone, made.scope, made.container, {}});
      add(tree_->name(target), std::move(made));
      return;
    }
    case Form::name:
    case Form::variable:
    case Form::none:
    case Form::symbol: {
      const bool given = tree_->text(value) == "shift" || (tree_->text(value) == "@_" && tree_->text(target).starts_with('$'));
      if (given) {  // Perl: my $grant = shift; my ($grant) = @_;
        return add(tree_->name(target), {Definition::Kind::parameter, target, kNone, kNone, made.scope, {}, {}});
      }
      const std::string_view text = tree_->text(target);
      if (text.starts_with('@')) {  // a field by its sigil
        const NodeId type_scope = around(node, Form::type);
        made.scope = type_scope == kNone ? 0 : type_scope;
        made.kind = kind == Definition::Kind::append ? kind : Definition::Kind::member;
      } else if (made.scope != 0 && tree_->form(made.scope) == Form::type && kind == Definition::Kind::variable) {
        made.kind = Definition::Kind::member;
      }
      made.container = container_of(made.scope);
      if (made.kind == Definition::Kind::member || made.scope == 0) made.aliases = aliases_of(*tree_, node);
      if (tree_->form(value) == Form::function) add(tree_->name(target), {Definition::Kind::function, value, kNone, kNone, made.scope, made.container, {}});
      if (target != node || kind != Definition::Kind::variable || value != kNone) add(tree_->name(target), std::move(made));
      return;
    }
    default:
      return;
  }
}

void Definitions::collect_declared(NodeId id) {
  const NodeId name = tree_->slot(id, 0);
  NodeId value = tree_->slot(id, 1);
  NodeId type = tree_->slot(id, 2);
  if (value == name) value = kNone;
  for (NodeId up = tree_->parent(id); type == kNone && up != kNone; up = tree_->parent(up)) {
    // The type often stands beside a list of declarators.
    if (tree_->form(up) != Form::none && tree_->form(up) != Form::clear) break;
    type = tree_->child_by_field(up, "type");
    if (tree_->at(up).end - tree_->at(up).begin > 4000) break;
  }
  add_target(name, value, type, id, Definition::Kind::variable);
}

void Definitions::collect_assigned(NodeId id) {
  const NodeId target = tree_->slot(id, 0);
  const NodeId value = tree_->slot(id, 1);
  const std::string_view op = tree_->between(target, value);
  const bool adds = op == "+=" || op == ".=" || op == "<<" || op == "..=" || op == "&=";
  add_target(target, value, tree_->slot(id, 2), id, adds ? Definition::Kind::append : Definition::Kind::variable);
}

void Definitions::collect_call(NodeId id) {
  // define('NAME', 'value') and the like give a name at run time.
  const std::string name = tree_->name(tree_->slot(id, 0));
  if (name != "define" && name != "const_set" && name != "defineProperty") return;
  const auto arguments = arguments_of(*tree_, id);
  if (arguments.size() < 2 || tree_->form(arguments[0].value) != Form::string) return;
  const auto pieces = pieces_of(*tree_, arguments[0].value);
  if (pieces.size() != 1 || pieces.front().is_hole()) return;
  add(pieces.front().text, {Definition::Kind::variable, id, arguments[1].value, kNone, 0, {}, {}});
}

/// { login: function () {…} }, Grants = { PASSWORD: "password" }
void Definitions::collect_entry(NodeId id) {
  const NodeId value = tree_->strip(tree_->slot(id, 1));
  if (tree_->form(value) == Form::function) {
    return add(tree_->name(tree_->slot(id, 0)), {Definition::Kind::function, value, kNone, kNone, scope_of(id), {}, {}});
  }
  if (tree_->form(value) != Form::string) return;
  NodeId map = tree_->parent(id);
  while (tree_->form(map) == Form::arguments || tree_->form(map) == Form::clear) map = tree_->parent(map);
  if (tree_->form(map) != Form::map) return;
  NodeId holder = tree_->parent(map);
  while (holder != kNone && (tree_->form(holder) == Form::clear || tree_->form(holder) == Form::none)) holder = tree_->parent(holder);
  const Form form = tree_->form(holder);
  if (form != Form::declare && form != Form::assign && form != Form::pair) return;
  const NodeId given = tree_->strip(tree_->slot(holder, 1));
  if (!tree_->within(map, given) || tree_->at(given).end > tree_->at(map).end + 20) return;
  std::string container = tree_->name(tree_->slot(holder, 0));
  // Its scope is the object: no plain name means it.
  if (!container.empty()) add(tree_->name(tree_->slot(id, 0)), {Definition::Kind::member, id, value, kNone, map, std::move(container), {}});
}

void Definitions::collect(NodeId id) {
  switch (tree_->form(id)) {
    case Form::declare:
      return collect_declared(id);
    case Form::assign:
      return collect_assigned(id);
    case Form::call:
      return collect_call(id);
    case Form::pair:
      return collect_entry(id);
    case Form::enum_member: {
      const NodeId scope = around(id, Form::type);
      add(tree_->name(tree_->slot(id, 0)), {Definition::Kind::enum_member, id, tree_->slot(id, 1), kNone, scope == kNone ? 0 : scope,
                                           container_of(scope), aliases_of(*tree_, id)});
      return;
    }
    case Form::type:
      add(tree_->name(tree_->slot(id, 0)), {Definition::Kind::type, id, kNone, kNone, scope_of(id), container_of(scope_of(id)), {}});
      break;
    case Form::function:
      add(tree_->name(tree_->slot(id, 0)), {Definition::Kind::function, id, kNone, tree_->child_by_field(id, "return_type"), scope_of(id),
                                           container_of(scope_of(id)), {}});
      break;
    default:
      return;
  }
  for (Parameter& parameter : parameters_of(*tree_, id)) {
    Definition made{Definition::Kind::parameter, parameter.node, tree_->strip(parameter.value), parameter.type, id, {}, {}};
    if (tree_->form(id) == Form::type) {  // a primary constructor's parameter is a field
      made.kind = Definition::Kind::member;
      made.container = tree_->name(tree_->slot(id, 0));
    }
    made.aliases = aliases_of(*tree_, parameter.node);
    if (is_field_too(tree_->text(parameter.node))) {
      Definition field = made;
      field.kind = Definition::Kind::member;
      const NodeId owner = around(id, Form::type);
      field.scope = owner == kNone ? 0 : owner;
      field.container = container_of(field.scope);
      add(parameter.name, std::move(field));
    }
    add(std::move(parameter.name), std::move(made));
  }
}

const std::vector<Definition>* Definitions::all(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<const Definition*> Definitions::members(std::string_view container, std::string_view name) const {
  std::vector<const Definition*> out;
  const auto* list = all(name);
  if (list == nullptr) return out;
  for (const Definition& one : *list) {
    if (!one.container.empty() && equal_ignoring_case(one.container, container)) out.push_back(&one);
  }
  return out;
}

std::vector<const Definition*> Definitions::own_members(std::string_view name, NodeId at) const {
  std::vector<const Definition*> out;
  const auto* list = all(name);
  if (list == nullptr) return out;
  NodeId scope = around(at, Form::type);
  for (;;) {
    const NodeId where = scope == kNone ? 0 : scope;
    for (const Definition& one : *list) {
      if (one.scope == where && one.kind != Definition::Kind::parameter) out.push_back(&one);
    }
    if (!out.empty() || scope == kNone) return out;
    scope = around(scope, Form::type);
  }
}

std::vector<const Definition*> Definitions::visible(std::string_view name, NodeId at) const {
  std::vector<const Definition*> out;
  const auto* list = all(name);
  if (list == nullptr) return out;
  for (NodeId scope = scope_of(at);; scope = scope_of(scope)) {
    const bool function = scope != 0 && tree_->form(scope) == Form::function;
    bool settled = false;
    // Backwards from the use: the last assignment counts unless it stands in a branch beside it.
    for (auto one = list->rbegin(); one != list->rend() && !settled; ++one) {
      if (one->scope != scope || one->kind == Definition::Kind::append || one->kind == Definition::Kind::function) continue;
      if (function && one->kind == Definition::Kind::variable && one->node >= at) continue;
      if (tree_->within(at, one->node) && one->kind != Definition::Kind::parameter && one->kind != Definition::Kind::type) continue;
      out.push_back(&*one);
      settled = function && one->kind == Definition::Kind::variable && passes(*tree_, one->node, at);
    }
    if (!out.empty() || scope == 0 || scope == kNone) return out;
  }
}

}  // namespace ropc::scanner::syntax
