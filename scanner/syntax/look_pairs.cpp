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
  if (form != Form::name) return;
  // A field that a tag or annotation gives another name: T{Grant: "password"}.
  const auto* list = values_.definitions().all(tree_.name(key_node));
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    for (const std::string& alias : (*list)[i].aliases) {
      if (!names_a_key(alias) || alias == key.text) continue;
      Meaning other;
      other.known = true;
      other.text = alias;
      other.at = key_node;
      emit(other, value, id, span(key_node, value), shape);
    }
  }
}

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
    if (const Meaning key = key_of(key_node, false); key.at != kNone) emit(key, value, id, span(id, id), "dictionary");
    return;
  }
  if (tree_.form(target) == Form::none || tree_.form(target) == Form::list) return;
  const bool member = tree_.form(target) == Form::member;
  if (const Meaning key = key_of(target, true); key.at != kNone) {
    emit(key, value, id, span(target, value), member ? "setter" : "assignment", !member || is_self(tree_, tree_.slot(target, 0)));
  }
}

void Walk::visit_annotated(NodeId id, NodeId value) {
  for (const std::string& alias : aliases_of(tree_, id)) {
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
  if (const Meaning key = key_of(name, true); key.at != kNone) emit(key, value, id, span(name, value), "assignment", true);
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
  for (const std::string& alias : aliases_of(tree_, id)) {  // @Field("grant_type") String grant: the caller gives it
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
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    if (tree_.form(children[i]) == Form::pair || tree_.form(children[i]) == Form::argument) continue;
    const std::string_view sign = tree_.between(children[i], children[i + 1]);
    if (sign == "=>" || sign == ":" || sign == "=") visit_pair(id, children[i], children[i + 1], "dictionary");
    // Tokens of a macro: ("grant_type", "password").
    if (sign == "," && children.size() == 2 && tree_.type(id) == "token_tree") visit_pair(id, children[0], children[1], "entry");
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
