#include <algorithm>

#include "common/text.h"
#include "scanner/syntax/text_pairs.h"
#include "scanner/syntax/walk.h"

// Texts and what they are put together from: forms, query strings, JSON.

namespace ropc::scanner::syntax {

void Walk::cover_operands(NodeId id, int depth) {
  id = tree_.strip(id);
  if (id == kNone || depth > 200) return;
  covered_[id] = true;
  switch (tree_.form(id)) {
    case Form::binary:
      for (int guard = 0; tree_.form(id) == Form::binary && guard < 2'000; ++guard) {
        covered_[id] = true;
        cover_operands(tree_.slot(id, 1), depth + 1);
        id = tree_.strip(tree_.slot(id, 0));
      }
      covered_[id] = true;
      if (tree_.form(id) != Form::binary) cover_operands(id, depth + 1);
      return;
    case Form::call:
    case Form::message: {
      const Effect effect = effect_of(tree_.name(callee(id)));
      if (effect != Effect::append && effect != Effect::format && effect != Effect::numbered && effect != Effect::same) return;
      for (const ArgumentNode& argument : arguments_of(tree_, id)) {
        const Form form = tree_.form(argument.value);
        if (form == Form::string || form == Form::joined || form == Form::binary) cover_operands(argument.value, depth + 1);
      }
      if (const NodeId object = receiver(id); object != kNone) cover_operands(object, depth + 1);
      return;
    }
    case Form::joined:
      for (const NodeId child : tree_.children(id)) covered_[tree_.strip(child)] = true;
      return;
    default:
      return;
  }
}

/// Where a text that ends in "key=" goes on: the next statement adds to the same thing.
NodeId Walk::continuation(NodeId id) const {
  // "grant_type=" MACRO, where the parser knows nothing of the macro.
  if (const NodeId after = tree_.at(id).last; after < tree_.size() && tree_.form(after) == Form::error &&
                                              trim(tree_.source().substr(tree_.at(id).end, tree_.at(after).begin - tree_.at(id).end)).empty()) {
    return tree_.at(after).first;
  }
  NodeId statement = id;
  NodeId adder = kNone;
  for (int i = 0; i < 12 && statement != kNone; ++i) {
    const Form form = tree_.form(statement);
    if (adder == kNone && (form == Form::assign || form == Form::call || form == Form::declare || form == Form::message)) adder = statement;
    if (tree_.form(statement) == Form::function) return kNone;
    const NodeId next = tree_.at(statement).next;
    if (adder != kNone && next != kNone && tree_.between(statement, next).find_first_not_of(";\n ") == std::string_view::npos) {
      for (NodeId at = next; at < tree_.at(next).last; ++at) {
        if (tree_.form(at) == Form::assign) return tree_.slot(at, 1);
        if (tree_.form(at) == Form::call || tree_.form(at) == Form::message) {
          if (effect_of(tree_.name(callee(at))) != Effect::append) return kNone;
          const auto arguments = arguments_of(tree_, at);
          return arguments.empty() ? kNone : arguments.front().value;
        }
      }
      return kNone;
    }
    statement = tree_.parent(statement);
  }
  return kNone;
}

void Walk::scan_text(const Meaning& text, NodeId id) {
  const auto wanted = [&](std::string_view key) { return names_a_key(std::string(key)); };
  for (const TextPair& pair : pairs_in(text.text, wanted)) {
    Meaning key;
    key.known = true;
    key.text = text.text.substr(pair.key, pair.key_end - pair.key);
    key.at = id;
    Meaning value;
    value.text = text.text.substr(pair.value, pair.value_end - pair.value);
    value.known = value.text.find(kUnknown) == std::string::npos;
    value.at = id;
    value.through = text.through;
    value.foreign = text.foreign;
    for (const Gap& gap : text.gaps) {
      if (gap.text < pair.value || gap.text >= pair.value_end || value.text.size() != 1) continue;
      value.name = gap.name;
      value.parameter = gap.parameter;
      value.at = gap.at == kNone ? id : gap.at;
    }
    if (pair.open) {
      if (const NodeId more = continuation(id); more != kNone) {
        value = values_.first(more);
        value.text = value.text.substr(0, value.text.find_first_of("&\"' "));
      }
    }
    std::size_t source = tree_.at(id).begin;
    for (const Mark& mark : text.marks) {
      if (mark.text <= pair.key) source = mark.source + (pair.key - mark.text);
    }
    source = std::min<std::size_t>(source, tree_.source().size());
    // Escapes move places a little: look for the key itself nearby.
    const std::size_t near = tree_.source().find(key.text, source > 200 ? source - 200 : 0);
    if (near != std::string_view::npos && near < source + 400) source = tree_.source().compare(source, key.text.size(), key.text) == 0 ? source : near;
    Role role = role_of(tree_, id);
    if (pair.prose) role = Role::declared;
    const Region where{source, std::min(source + (pair.value_end - pair.key), tree_.source().size())};
    sight_.pairs.push_back({key, std::move(value), id, where, pair.shape, role, {}, false});
  }
}

void Walk::visit_text(NodeId id) {
  if (covered_[id]) return;
  const std::string_view written = tree_.text(id);
  if (tree_.form(id) == Form::string && written.find_first_of("=:%") == std::string_view::npos) return;
  cover_operands(id, 0);
  for (const Meaning& one : values_.of(id)) {
    if (one.text.find_first_of("=:%") != std::string::npos) scan_text(one, id);
  }
}

}  // namespace ropc::scanner::syntax
