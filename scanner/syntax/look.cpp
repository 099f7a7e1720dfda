#include <algorithm>

#include "common/text.h"
#include "scanner/syntax/literal.h"
#include "scanner/syntax/walk.h"

namespace ropc::scanner::syntax {

bool looks_constant(std::string_view name) {
  if (name.size() > 1 && name[0] == 'k' && name[1] >= 'A' && name[1] <= 'Z') return true;
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

NodeId Walk::receiver(NodeId call) const {
  if (tree_.form(call) == Form::message) return tree_.slot(call, 0);
  if (const NodeId apart = tree_.slot(call, 2); apart != kNone) return tree_.form(call) == Form::call ? apart : kNone;
  const NodeId named = tree_.strip(tree_.slot(call, 0));
  return tree_.form(named) == Form::member ? tree_.slot(named, 0) : kNone;
}

bool Walk::names_a_key(const std::string& text) const {
  if (text.empty() || text.size() > 80) return false;
  const auto [at, fresh] = known_keys_.try_emplace(text, false);
  if (fresh) {
    std::string_view plain = text;
    if (plain.ends_with("[]")) plain.remove_suffix(2);
    at->second = rules_.knows_key(plain);
  }
  return at->second;
}

/// The key that `id` stands for, if a rule knows it; `at` is kNone otherwise. `plain_name`: a bare name is its own text.
Meaning Walk::key_of(NodeId id, bool plain_name, Guess guess) const {
  id = tree_.strip(id);
  const auto literal = [&](std::string text) {
    Meaning out;
    out.known = true;
    out.text = std::move(text);
    out.at = id;
    return out;
  };
  switch (tree_.form(id)) {
    case Form::string:
    case Form::symbol:
    case Form::joined: {
      const Meaning text = values_.first(id);
      return text.known && names_a_key(text.text) ? text : Meaning{};
    }
    case Form::name:
    case Form::variable:
    case Form::member:
    case Form::call: {
      if (tree_.form(id) == Form::call) {
        const auto arguments = arguments_of(tree_, id);
        if (arguments.size() == 1 && effect_of_call(tree_, id) == Effect::same && tree_.form(arguments.front().value) == Form::string) {
          return key_of(arguments.front().value, false, guess);  // QStringLiteral("grant_type")
        }
        if (!arguments.empty()) return {};
      }
      const std::string name = tree_.name(id);
      const std::string dotted = tree_.dotted(id);
      Meaning by_name;  // a name that a rule knows
      if (rules_.knows_key_name(dotted)) {
        by_name.name = dotted;
        by_name.at = id;
      }
      if (plain_name) {
        if (names_a_key(name)) return literal(name);
        return tree_.form(id) == Form::member ? by_name : Meaning{};
      }
      for (Meaning& one : values_.of(id)) {
        if (one.known && names_a_key(one.text)) return std::move(one);
        if (one.known && !one.text.empty()) return {};  // it is something else
      }
      if (by_name.at != kNone) return by_name;
      // What it holds is not seen, but it is called as the key is.
      if (guess == Guess::constants && !looks_constant(name)) return {};
      return names_a_key(name) ? literal(name) : Meaning{};
    }
    default:
      return {};
  }
}

void Walk::emit_one(const Meaning& key, Meaning value, NodeId node, Region where, std::string_view shape, bool definition) {
  sight_.pairs.push_back({key, std::move(value), node, where, shape, role_of(tree_, node), {}, definition});
}

void Walk::emit(const Meaning& key, NodeId value, NodeId node, Region where, std::string_view shape, bool definition) {
  value = tree_.strip(value);
  if (value == kNone || !emitted_.insert({key.at, value, key.text}).second) return;
  if (tree_.form(value) == Form::words) {
    for (Piece& word : words_of(tree_, value)) {
      Meaning one;
      one.known = true;
      one.text = std::move(word.text);
      one.at = value;
      emit_one(key, std::move(one), node, where, shape, definition);
    }
    return;
  }
  auto items = values_.items_of(value);
  if (items.empty() && tree_.form(value) == Form::map) {  // a list that is written as a map without keys
    for (const ArgumentNode& one : arguments_of(tree_, value)) {
      if (!one.name.empty()) return;
      items.push_back(one.value);
    }
  }
  if (items.size() > kMaxItems) items.resize(kMaxItems);
  for (NodeId& item : items) {  // [['value' => 'password'], ['value' => 'refresh_token']]
    const Form form = tree_.form(item);
    if (form != Form::map && form != Form::list) continue;
    const auto entries = arguments_of(tree_, item);
    if (entries.size() == 1 && !entries.front().name.empty() && entries.front().value != kNone) item = entries.front().value;
  }
  if (items.empty()) items.push_back(value);
  for (const NodeId item : items) {
    for (Meaning& one : values_.of(item)) {
      Region place = where;
      if (items.size() > 1 && tree_.within(item, node)) place.end = std::max<std::size_t>(place.end, tree_.at(item).end);
      emit_one(key, std::move(one), node, place, shape, definition);
    }
  }
}

void Walk::visit_argument(NodeId id) {
  NodeId name = tree_.slot(id, 0);
  NodeId value = tree_.slot(id, 1);
  if (name == kNone) {  // grammars that give the two no names
    const auto parts = tree_.children(id);
    if (parts.size() != 2 || tree_.between(parts[0], parts[1]) != "=") return;
    name = parts[0];
    value = parts[1];
  }
  if (name == value) return;
  if (const Meaning key = key_of(name, true); key.at != kNone) {
    emit(key, value, id, span(id, id), "named-argument");
  }
  if (value != kNone) visit_named(name, value, id, "named-argument", false);
}

void Walk::visit(NodeId id) {
  switch (tree_.form(id)) {
    case Form::pair:
      if (tree_.slot(id, 1) != kNone) visit_pair(id, tree_.slot(id, 0), tree_.slot(id, 1), "dictionary");
      return;
    case Form::argument:
      return visit_argument(id);
    case Form::assign:
      return visit_assign(id);
    case Form::declare:
      return visit_declare(id);
    case Form::parameter:
      return visit_parameter(id);
    case Form::call:
    case Form::create:
    case Form::message:
    case Form::command:
    case Form::annotation:
      return visit_arguments(id);
    case Form::map:
    case Form::arguments:
      return visit_tokens(id);
    case Form::list:
      return visit_list(id);
    case Form::binary:
      return visit_binary(id);
    case Form::choice:
      return visit_choice(id);
    case Form::enum_member:
      if (tree_.slot(id, 1) != kNone) visit_constant(id, tree_.slot(id, 0), tree_.slot(id, 1));
      return;
    case Form::function:
      if (tree_.language().family == "elixir") visit_head(id);
      return;
    case Form::type:
      return visit_bases(id);
    case Form::string:
    case Form::joined:
    case Form::heredoc:
      return visit_text(id);
    case Form::symbol:
      if (tree_.text(id).find('=') != std::string_view::npos) visit_text(id);
      return;
    default:
      return;
  }
}

Sight look(const Values& values, const RuleMatcher& rules) { return Walk(values, rules).take(); }

}  // namespace ropc::scanner::syntax
