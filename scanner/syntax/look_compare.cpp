#include "scanner/syntax/walk.h"

// What is compared with the values that rules want.

namespace ropc::scanner::syntax {

void Walk::compare(NodeId subject, NodeId value, NodeId where, Role role) {
  value = tree_.strip(value);
  const Form form = tree_.form(value);
  auto items = values_.items_of(value);
  if (items.empty()) {
    if (form == Form::none || form == Form::map) return;
    items.push_back(value);
  }
  if (items.size() > kMaxItems) return;
  Meaning key;
  for (const NodeId item : items) {
    for (Meaning& one : values_.of(item)) {
      const bool wanted = (one.known && rules_.knows_value(one.text)) || (!one.name.empty() && rules_.knows_value_name(one.name));
      if (!wanted) continue;
      if (key.at == kNone) key = subject_of(values_, rules_, subject);
      if (key.at == kNone) return;
      if (!emitted_.insert({where, item, key.text}).second) continue;
      sight_.pairs.push_back({key, std::move(one), where, span(item, item), "comparison", role_of(tree_, where) == Role::declared ? Role::declared : role, {}, false});
    }
  }
}

void Walk::visit_comparing_call(NodeId id, const std::vector<ArgumentNode>& arguments) {
  const Effect effect = effect_of_call(tree_, id);
  if ((effect != Effect::compare && effect != Effect::assertion) || arguments.empty()) return;
  const Role role = effect == Effect::compare ? Role::compared : Role::declared;
  std::vector<NodeId> sides;
  if (const NodeId object = receiver(id); object != kNone) sides.push_back(object);
  for (std::size_t i = 0; i < arguments.size() && i < 3; ++i) sides.push_back(arguments[i].value);
  for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
    compare(sides[i], sides[i + 1], id, role);
    compare(sides[i + 1], sides[i], id, role);
  }
}

void Walk::visit_binary(NodeId id) {
  const NodeId left = tree_.slot(id, 0);
  const NodeId right = tree_.slot(id, 1);
  if (left == kNone || right == kNone || left == right) return;
  switch (operation_of(tree_.language(), tree_.between(left, right))) {
    case Operation::pair:
      return visit_pair(id, left, right, "dictionary");
    case Operation::compare:
      compare(left, right, id);
      compare(right, left, id);
      return;
    case Operation::concat:
    case Operation::append:
    case Operation::format:
      if (!covered_[id]) visit_text(id);
      return;
    case Operation::assign: {
      if (const Meaning key = key_of(left, true); key.at != kNone) emit(key, right, id, span(left, right), "assignment", true);
      return;
    }
    default:
      return;
  }
}

void Walk::visit_choice(NodeId id) {
  const NodeId subject = tree_.slot(id, 0);
  if (subject == kNone) return;
  for (NodeId at = id + 1; at < tree_.at(id).last; ++at) {
    if (tree_.form(at) == Form::choice) {
      at = tree_.at(at).last - 1;
      continue;
    }
    if (tree_.form(at) != Form::branch) continue;
    const NodeId label = tree_.slot(at, 0);
    if (label == kNone) continue;
    const NodeId inner = tree_.strip(label);
    compare(subject, inner, inner);
    for (const NodeId sibling : tree_.children(at)) {  // several values of one case
      if (sibling != label && tree_.at(sibling).field != 0 && tree_.at(sibling).field == tree_.at(label).field) compare(subject, sibling, sibling);
    }
  }
}

}  // namespace ropc::scanner::syntax
