#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/walk.h"

// Which nodes say that a key gets a value.

namespace ropc::scanner::syntax {
namespace {

/// How the two halves of an entry are called ({name: "grant_type", value: "password"}).
constexpr auto kEntryKeys = std::to_array<std::string_view>({"name", "key", "field", "param", "parameter", "fieldname", "forkey", "paramname", "n", "k"});
constexpr auto kEntryValues = std::to_array<std::string_view>({"value", "val", "data", "contents", "content", "setobject", "setvalue", "v", "fieldvalue", "updatevalue"});

}  // namespace

void Walk::visit_pair(NodeId id, NodeId key_node, NodeId value, std::string_view shape) {
  const Form form = tree_.form(tree_.strip(key_node));
  Meaning key = key_of(key_node, false);
  if (key.at == kNone && form == Form::name) key = key_of(key_node, true);
  if (key.at != kNone) {
    emit(key, value, id, span(key_node, value), shape);
  } else {
    note_open_key(tree_.strip(key_node), tree_.strip(value));
  }
  if (key.at == kNone) visit_constant(id, key_node, value);
  if (form == Form::name) visit_named(key_node, value, id, shape, false);
}

/// A field or parameter that a tag or annotation gives another name: T{Grant: "password"}. True: it is a key.
bool Walk::visit_named(NodeId name, NodeId value, NodeId id, std::string_view shape, bool definition) {
  const std::string own = tree_.name(name);
  bool any = false;
  for (const std::string& alias : names_of(own)) {
    if (alias == own) continue;
    Meaning key;
    key.known = true;
    key.text = alias;
    key.at = name;
    emit(key, value, id, span(name, value), shape, definition);
    any = true;
  }
  return any;
}

namespace {

/// SHOP_GRANT_TYPE of a shell: what comes behind the program's own prefix. Empty: no more parts.
std::string behind_prefix(const std::string& name) {
  const std::size_t line = name.find('_');
  return line == std::string::npos ? std::string() : name.substr(line + 1);
}

}  // namespace

void Walk::visit_assign(NodeId id) {
  NodeId target = tree_.strip(tree_.slot(id, 0));
  const NodeId value = tree_.slot(id, 1);
  if (value == kNone) return;
  if (tree_.form(target) == Form::sequence) {
    const auto targets = tree_.children(target);
    const auto given = tree_.form(tree_.strip(value)) == Form::sequence ? tree_.children(tree_.strip(value)) : std::vector<NodeId>{value};
    if (targets.size() == given.size() && targets.size() <= kMaxItems) {
      for (std::size_t i = 0; i < targets.size(); ++i) {
        const NodeId one = tree_.strip(targets[i]);
        if (const Meaning key = key_of(one, true); key.at != kNone) emit(key, given[i], id, span(one, given[i]), "assignment", tree_.form(one) == Form::name);
      }
    }
    if (targets.size() != 1) return;
    target = tree_.strip(targets.front());
  }
  if (tree_.form(target) == Form::index || tree_.form(target) == Form::call) {
    NodeId key_node = tree_.slot(target, 1);
    if (tree_.form(target) == Form::call) {
      const auto arguments = arguments_of(tree_, target);
      key_node = arguments.size() == 1 ? arguments.front().value : kNone;
    } else if (tree_.form(key_node) == Form::arguments) {
      const auto arguments = arguments_of(tree_, key_node);
      key_node = arguments.empty() ? kNone : arguments.front().value;
    }
    if (key_node == kNone) return;
    if (const Meaning holder = tree_.form(target) == Form::index ? key_of(tree_.slot(target, 0), true) : Meaning{}; holder.at != kNone) {
      emit(holder, key_node, id, span(target, target), "dictionary");  // grant_types["password"] = …
    }
    if (const Meaning key = key_of(key_node, false); key.at != kNone) emit(key, value, id, span(id, id), "dictionary");
    return;
  }
  if (tree_.form(target) == Form::none || tree_.form(target) == Form::list) return;
  const bool member = tree_.form(target) == Form::member;
  const Meaning key = key_of(target, true);
  if (key.at != kNone) emit(key, value, id, span(target, value), member ? "setter" : "assignment", !member || is_self(tree_, tree_.slot(target, 0)));
  const NodeId made = tree_.ancestor(id, Form::create);  // new TokenRequest { Grant = "password" }
  const bool initializer = made != kNone && tree_.within(id, tree_.slot(made, 2));
  if (!member && initializer && visit_named(target, value, id, "entry", false)) return;
  if (member && visit_named(tree_.slot(target, 1), value, id, "setter", is_self(tree_, tree_.slot(target, 0)))) return;
  const NodeId scope = values_.definitions().scope_of(id);
  if (scope != 0 && tree_.form(scope) == Form::type) visit_annotated(id, value);
  if (key.at != kNone) return;
  if (tree_.language().family == "shell" || tree_.language().family == "powershell") {
    for (std::string rest = behind_prefix(tree_.name(target)); !rest.empty(); rest = behind_prefix(rest)) {
      if (!names_a_key(rest)) continue;
      Meaning prefixed;
      prefixed.known = true;
      prefixed.text = rest;
      prefixed.at = target;
      return emit(prefixed, value, id, span(target, value), "assignment", true);
    }
  }
  visit_constant(id, target, value);
}

void Walk::visit_annotated(NodeId id, NodeId value) {
  auto aliases = aliases_of(tree_, id);
  const NodeId call = tree_.strip(value);
  if (tree_.form(call) == Form::call && effect_of(tree_.name(callee(call))) == Effect::field_default) {
    for (const ArgumentNode& argument : arguments_of(tree_, call)) {  // Field("password", alias="grant_type")
      if (argument.name.find("alias") == std::string::npos || argument.value == kNone) continue;
      if (Meaning text = values_.first(argument.value); text.known) aliases.push_back(std::move(text.text));
    }
  }
  for (const std::string& alias : aliases) {
    if (!names_a_key(alias)) continue;
    Meaning key;
    key.known = true;
    key.text = alias;
    key.at = id;
    emit(key, value, id, span(id, value), "field", true);
  }
}

void Walk::visit_declare(NodeId id) {
  const NodeId name = tree_.slot(id, 0);
  NodeId value = tree_.slot(id, 1);
  if (name == kNone || value == kNone || value == name) return;
  if (tree_.form(value) == Form::arguments && tree_.children(value).size() > 1) return;  // Foo x(a, b);
  if (const Meaning key = key_of(name, true); key.at != kNone) {
    emit(key, value, id, span(name, value), "assignment", true);
  } else {
    visit_constant(id, name, value);
  }
  visit_named(name, value, id, "field", true);
  visit_annotated(id, value);
}

void Walk::visit_parameter(NodeId id) {
  NodeId value = tree_.slot(id, 1);
  if (value == kNone && tree_.at(id).next != kNone && tree_.between(id, tree_.at(id).next) == "=") value = tree_.at(id).next;
  if (value != kNone) {
    if (const Meaning key = key_of(tree_.slot(id, 0), true); key.at != kNone) emit(key, value, id, span(id, value), "default", true);
    visit_annotated(id, value);
    return;
  }
  auto aliases = aliases_of(tree_, id);
  const NodeId owner = values_.definitions().scope_of(id);
  const bool record = tree_.form(owner) == Form::type && tree_.within(id, tree_.slot(owner, 1));
  if (record) aliases.push_back(tree_.name(tree_.slot(id, 0)));  // case class TokenRequest(grant_type: String)
  for (const std::string& alias : aliases) {  // @Field("grant_type") String grant: the caller gives it
    if (!names_a_key(alias)) continue;
    Meaning key;
    key.known = true;
    key.text = alias;
    key.at = id;
    Meaning given;
    given.at = id;
    given.parameter = id;
    emit_one(key, std::move(given), id, span(id, id), "field", true);
  }
}

void Walk::visit_entry(NodeId id, const std::vector<ArgumentNode>& arguments) {
  const ArgumentNode* key_half = nullptr;
  const ArgumentNode* value_half = nullptr;
  for (const ArgumentNode& argument : arguments) {
    if (argument.value == kNone || argument.name.empty()) continue;
    const std::string name = folded_name(argument.name);
    if (key_half == nullptr && std::ranges::find(kEntryKeys, name) != kEntryKeys.end()) key_half = &argument;
    else if (value_half == nullptr && std::ranges::find(kEntryValues, name) != kEntryValues.end()) value_half = &argument;
  }
  if (key_half == nullptr || value_half == nullptr) return;
  if (const Meaning key = key_of(key_half->value, false); key.at != kNone) {
    emit(key, value_half->value, id, span(key_half->node, value_half->node), "entry");
  }
}

void Walk::visit_tokens(NodeId id) {
  const auto children = tree_.children(id);
  const bool macro = tree_.form(id) == Form::arguments && tree_.type(id) == "token_tree";
  NodeId before = kNone;  // of a macro: the text before, ("grant_type".to_owned(), "password".to_owned())
  for (std::size_t i = 0; macro && i < children.size(); ++i) {
    if (tree_.form(children[i]) != Form::string) continue;
    if (before != kNone && tree_.at(before).next != children[i]) {
      const std::string_view gap = tree_.source().substr(tree_.at(before).end, tree_.at(children[i]).begin - tree_.at(before).end);
      if (gap.starts_with('.') && std::ranges::count(gap, ',') == 1) visit_pair(id, before, children[i], "entry");
    }
    before = children[i];
  }
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    if (tree_.form(children[i]) == Form::pair || tree_.form(children[i]) == Form::argument) continue;
    const std::string_view sign = tree_.between(children[i], children[i + 1]);
    if (sign == "=>" || sign == ":" || sign == "=") visit_pair(id, children[i], children[i + 1], "dictionary");
    // Tokens of a macro: ("grant_type", "password").
    if (sign == "," && children.size() == 2 && macro) visit_pair(id, children[0], children[1], "entry");
  }
  if (tree_.form(id) == Form::map) visit_entry(id, [&] {
    std::vector<ArgumentNode> entries;
    for (const NodeId child : children) {
      if (tree_.form(child) == Form::pair) {
        const NodeId key = tree_.strip(tree_.slot(child, 0));
        const Meaning text = tree_.form(key) == Form::string ? values_.first(key) : Meaning{};
        entries.push_back({text.known ? text.text : tree_.name(key), key, tree_.strip(tree_.slot(child, 1)), child});
      }
    }
    return entries;
  }());
}

void Walk::visit_list(NodeId id) {
  auto children = tree_.children(id);
  std::erase_if(children, [&](NodeId child) { return tree_.form(child) == Form::content; });
  if (children.size() == 1 && tree_.form(children.front()) == Form::arguments) children = tree_.children(children.front());
  if (children.size() == 2) {
    const Form first = tree_.form(tree_.strip(children[0]));
    if (first != Form::pair && first != Form::assign) {
      if (const Meaning key = key_of(children[0], false, Guess::constants); key.at != kNone) emit(key, children[1], id, span(id, id), "entry");
    }
  }
  std::vector<ArgumentNode> entries;  // { .key = "grant_type", .value = "password" }
  for (const NodeId child : children) {
    if (tree_.form(child) != Form::pair && tree_.form(child) != Form::assign) continue;
    entries.push_back({tree_.name(tree_.slot(child, 0)), tree_.slot(child, 0), tree_.strip(tree_.slot(child, 1)), child});
  }
  if (entries.size() > 1) visit_entry(id, entries);
}

}  // namespace ropc::scanner::syntax
