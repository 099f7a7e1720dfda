#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

#include "common/text.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/literal.h"
#include "scanner/syntax/sight.h"
#include "scanner/syntax/text_pairs.h"

// The walk: which nodes say that a key gets a value, that something is compared, that something is called.

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxItems = 40;
constexpr std::size_t kMaxPairs = 4'000;

/// Words that stand before the key in the name of a method that sets it.
constexpr auto kSetters = std::to_array<std::string_view>({"set", "with", "add", "put", "and", "append", "update"});

/// How the two halves of an entry are called ({name: "grant_type", value: "password"}).
constexpr auto kEntryKeys = std::to_array<std::string_view>({"name", "key", "field", "param", "parameter", "fieldname", "forkey", "paramname", "n", "k"});
constexpr auto kEntryValues = std::to_array<std::string_view>({"value", "val", "data", "contents", "content", "setobject", "setvalue", "v", "fieldvalue", "updatevalue"});

/// Parameters of a token request: a list of them is no list of keys and values.
constexpr auto kFieldNames = std::to_array<std::string_view>(
    {"username", "password", "clientid", "clientsecret", "scope", "refreshtoken", "code", "redirecturi", "user", "login", "accesstoken"});

template <class Names>
bool one_of(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// GRANT_TYPE, kGrantType, GrantType
bool looks_constant(std::string_view name) {
  if (name.size() > 1 && name[0] == 'k' && name[1] >= 'A' && name[1] <= 'Z') return true;
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

class Walk {
 public:
  Walk(const Values& values, const RuleMatcher& rules) : values_(values), tree_(values.tree()), rules_(rules), covered_(tree_.size(), false) {}

  Sight take() {
    for (NodeId id = 0; id < tree_.size() && sight_.pairs.size() < kMaxPairs; ++id) visit(id);
    return std::move(sight_);
  }

 private:
  void visit(NodeId id);
  void visit_pair(NodeId id, NodeId key, NodeId value, std::string_view shape);
  void visit_assign(NodeId id);
  void visit_declare(NodeId id);
  void visit_parameter(NodeId id);
  void visit_annotated(NodeId id, NodeId value);
  void visit_arguments(NodeId id);
  void visit_setter(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_entry(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_neighbours(NodeId id, const std::vector<ArgumentNode>& arguments);
  void note_open_key(NodeId key, NodeId value);
  void visit_tokens(NodeId id);
  void visit_list(NodeId id);
  void visit_binary(NodeId id);
  void visit_choice(NodeId id);
  void visit_comparing_call(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_call(NodeId id, const std::vector<ArgumentNode>& arguments);
  void visit_bases(NodeId id);
  void visit_text(NodeId id);
  void compare(NodeId subject, NodeId value, NodeId where, Role role = Role::compared);
  void scan_text(const Meaning& text, NodeId id);
  NodeId continuation(NodeId id) const;
  void cover_operands(NodeId id, int depth);

  /// How far a name that is not resolved may stand for the key that it is called like.
  enum class Guess : std::uint8_t { any, constants };
  [[nodiscard]] Meaning key_of(NodeId id, bool plain_name, Guess guess = Guess::any) const;
  [[nodiscard]] bool names_a_key(const std::string& text) const;
  void emit(const Meaning& key, NodeId value, NodeId node, Region where, std::string_view shape, bool definition = false);
  void emit_one(const Meaning& key, Meaning value, NodeId node, Region where, std::string_view shape, bool definition);
  [[nodiscard]] Region span(NodeId from, NodeId to) const {
    return {std::min(tree_.at(from).begin, tree_.at(to).begin), std::max(tree_.at(from).end, tree_.at(to).end)};
  }
  [[nodiscard]] NodeId callee(NodeId call) const {
    return tree_.form(call) == Form::message ? tree_.child_by_field(call, "method") : tree_.slot(call, 0);
  }
  [[nodiscard]] NodeId receiver(NodeId call) const;

  const Values& values_;
  const Tree& tree_;
  const RuleMatcher& rules_;
  std::vector<bool> covered_;  ///< texts that were read as part of a larger one
  std::set<std::tuple<NodeId, NodeId, std::string>> emitted_;
  mutable std::unordered_map<std::string, bool> known_keys_;
  Sight sight_;
};

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
      if (tree_.form(id) == Form::call && !arguments_of(tree_, id).empty()) return {};
      const std::string name = tree_.name(id);
      if (plain_name) return names_a_key(name) ? literal(name) : Meaning{};
      for (Meaning& one : values_.of(id)) {
        if (one.known && names_a_key(one.text)) return std::move(one);
        if (one.known && !one.text.empty()) return {};  // it is something else
      }
      if (rules_.knows_key_name(tree_.dotted(id))) {
        Meaning out;
        out.name = tree_.dotted(id);
        out.at = id;
        return out;
      }
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
  if (items.empty()) items.push_back(value);
  for (const NodeId item : items) {
    for (Meaning& one : values_.of(item)) {
      Region place = where;
      if (items.size() > 1 && tree_.within(item, node)) place.end = std::max<std::size_t>(place.end, tree_.at(item).end);
      emit_one(key, std::move(one), node, place, shape, definition);
    }
  }
}

void Walk::visit(NodeId id) {
  switch (tree_.form(id)) {
    case Form::pair:
      if (tree_.slot(id, 1) != kNone) visit_pair(id, tree_.slot(id, 0), tree_.slot(id, 1), "dictionary");
      return;
    case Form::argument:
      if (tree_.slot(id, 0) != kNone && tree_.slot(id, 0) != tree_.slot(id, 1)) {
        if (const Meaning key = key_of(tree_.slot(id, 0), true); key.at != kNone) {
          emit(key, tree_.slot(id, 1), id, span(id, id), "named-argument");
        }
      }
      return;
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
  if (value == kNone) return;
  if (const Meaning key = key_of(tree_.slot(id, 0), true); key.at != kNone) emit(key, value, id, span(id, value), "default", true);
  visit_annotated(id, value);
}

void Walk::visit_setter(NodeId id, const std::vector<ArgumentNode>& arguments) {
  const NodeId named = callee(id);
  const std::string name = tree_.name(named);
  if (name.empty() || arguments.empty() || name.size() > 60) return;
  Meaning key;
  std::string stem = name;
  if (!names_a_key(stem)) {
    stem.clear();
    for (const std::string_view prefix : kSetters) {
      if (name.size() > prefix.size() && equal_ignoring_case(std::string_view(name).substr(0, prefix.size()), prefix) &&
          names_a_key(name.substr(prefix.size()))) {
        stem = name.substr(prefix.size());
      }
    }
  }
  if (stem.empty()) return;
  key.known = true;
  key.text = stem;
  key.at = tree_.strip(named);
  if (tree_.form(key.at) == Form::member) key.at = tree_.slot(key.at, 1);
  for (const ArgumentNode& argument : arguments) {
    if (argument.value != kNone && (argument.name.empty() || tree_.form(id) == Form::message)) {
      emit(key, argument.value, id, span(key.at, argument.value), "setter");
    }
  }
}

void Walk::visit_entry(NodeId id, const std::vector<ArgumentNode>& arguments) {
  const ArgumentNode* key_half = nullptr;
  const ArgumentNode* value_half = nullptr;
  for (const ArgumentNode& argument : arguments) {
    if (argument.value == kNone || argument.name.empty()) continue;
    const std::string name = folded_name(argument.name);
    if (key_half == nullptr && one_of(kEntryKeys, name)) key_half = &argument;
    else if (value_half == nullptr && one_of(kEntryValues, name)) value_half = &argument;
  }
  if (key_half == nullptr || value_half == nullptr) return;
  if (const Meaning key = key_of(key_half->value, false); key.at != kNone) {
    emit(key, value_half->value, id, span(key_half->node, value_half->node), "entry");
  }
}

void Walk::visit_neighbours(NodeId id, const std::vector<ArgumentNode>& arguments) {
  const bool value_first = tree_.form(id) == Form::message && folded_name(tree_.name(callee(id))).find("objectsandkeys") != std::string::npos;
  const auto field_name = [&](std::size_t i) {
    if (i >= arguments.size() || tree_.form(arguments[i].value) != Form::string) return false;
    const Meaning text = values_.first(arguments[i].value);
    return text.known && one_of(kFieldNames, folded_name(text.text));
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].value == kNone || (!arguments[i].name.empty() && tree_.form(id) != Form::message)) continue;
    const Meaning key = key_of(arguments[i].value, false, Guess::constants);
    if (key.at == kNone) {
      if (i + 1 < arguments.size()) note_open_key(arguments[i].value, arguments[i + 1].value);
      continue;
    }
    std::size_t at = value_first ? i - 1 : i + 1;
    if (value_first ? i == 0 : at >= arguments.size()) continue;
    // curl_formadd(…, CURLFORM_COPYNAME, "grant_type", CURLFORM_COPYCONTENTS, "password", …)
    const std::string tag = tree_.name(arguments[at].value);
    const bool constant = !tag.empty() && std::ranges::all_of(tag, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9'); });
    if (!value_first && constant && tag.starts_with("CURLFORM") && at + 1 < arguments.size()) ++at;
    // pick(body, "grant_type", "password", "username") names fields.
    if (!value_first && field_name(at + 1) && (at + 2 >= arguments.size() || field_name(at + 2))) continue;
    if (arguments[at].value == kNone) continue;
    emit(key, arguments[at].value, id, span(arguments[i].value, arguments[at].value), "arguments");
  }
}

/// put(Params.GT, "password"): what Params.GT is stands in another file.
void Walk::note_open_key(NodeId key, NodeId value) {
  const Form form = tree_.form(key);
  if (form != Form::name && form != Form::member) return;
  const std::string dotted = tree_.dotted(key);
  const std::string name = tree_.name(key);
  if (name.size() < 3 || !(looks_constant(name) || dotted.size() > name.size()) || values_.first(key).known) return;
  const Meaning given = values_.first(value);
  const std::string folded = folded_name(given.name);
  if ((given.known && rules_.knows_value(given.text)) || folded.ends_with("password") || folded_name(name).find("grant") != std::string::npos) {
    sight_.open_keys.push_back(name);
  }
}

void Walk::visit_arguments(NodeId id) {
  const auto arguments = arguments_of(tree_, id);
  if (tree_.form(id) != Form::annotation) {
    visit_setter(id, arguments);
    if (tree_.form(id) != Form::command) visit_neighbours(id, arguments);
    visit_comparing_call(id, arguments);
  }
  visit_entry(id, arguments);
  for (const ArgumentNode& argument : arguments) {
    if (argument.name.empty() || argument.value == kNone || tree_.form(argument.node) == Form::argument || tree_.form(argument.node) == Form::pair) continue;
    if (argument.name_node == kNone || tree_.form(id) == Form::message) continue;
    if (const Meaning key = key_of(argument.name_node, tree_.form(tree_.strip(argument.name_node)) == Form::name); key.at != kNone) {
      emit(key, argument.value, id, span(argument.name_node, argument.value), "dictionary");
    } else if (tree_.form(id) == Form::command && names_a_key(argument.name)) {
      Meaning option;
      option.known = true;
      option.text = argument.name;
      option.at = argument.name_node;
      emit(option, argument.value, id, span(argument.name_node, argument.value), "option");
    }
  }
  visit_call(id, arguments);
  const NodeId parent = tree_.parent(id);
  const Effect effect = effect_of_call(tree_, id);
  if (effect == Effect::format || effect == Effect::append || effect == Effect::join) {
    // Only the outermost of a chain is read.
    const NodeId outer = tree_.form(parent) == Form::member ? tree_.parent(parent) : parent;
    const bool chained = tree_.form(outer) == Form::call && effect_of(tree_.name(callee(outer))) == Effect::append && receiver(outer) != kNone && tree_.within(id, receiver(outer));
    if (!chained && !covered_[id]) visit_text(id);
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

void Walk::visit_bases(NodeId id) {
  const NodeId bases = tree_.slot(id, 2);
  if (bases == kNone) return;
  for (NodeId at = bases; at < tree_.at(bases).last; ++at) {
    const Form form = tree_.form(at);
    if (form != Form::name && form != Form::member && !(form == Form::none && tree_.at(at).first == kNone)) continue;
    const std::string name = tree_.name(at);
    if (name.empty() || !rules_.knows_call(name)) continue;
    SeenCall seen;
    seen.node = at;
    seen.fact.name = name;
    seen.fact.type = tree_.dotted(at);
    seen.fact.creates = true;
    seen.fact.where = span(at, at);
    sight_.calls.push_back(std::move(seen));
    if (form == Form::member) at = tree_.at(at).last - 1;
  }
}

void Walk::visit_call(NodeId id, const std::vector<ArgumentNode>& arguments) {
  const NodeId named = callee(id);
  const std::string name = tree_.name(named);
  const std::string whole = tree_.dotted(named);
  const NodeId object = receiver(id);
  std::vector<std::pair<std::string, std::string>> names;  // qualifier and name
  std::string qualifier = object == kNone ? std::string() : tree_.dotted(object);
  if (qualifier.empty() && whole.size() > name.size()) qualifier = whole.substr(0, whole.size() - name.size() - 1);
  names.emplace_back(qualifier, name);
  if (name == "new" && !qualifier.empty()) {
    const std::size_t dot = qualifier.rfind('.');
    names.emplace_back(dot == std::string::npos ? std::string() : qualifier.substr(0, dot), dot == std::string::npos ? qualifier : qualifier.substr(dot + 1));
  }
  if (tree_.form(id) == Form::command) {  // az login, kcadm.sh config credentials
    std::string path = name;
    for (std::size_t i = 0; i < arguments.size() && i < 3; ++i) {
      const std::string_view word = tree_.text(arguments[i].value);
      if (!arguments[i].name.empty() || word.empty() || word.size() > 40 || word.find_first_of("$\"'= /") != std::string_view::npos) break;
      names.emplace_back(path, std::string(word));
      path += "." + std::string(word);
    }
  }
  if (tree_.form(id) == Form::message) {
    std::string selector;
    for (const ArgumentNode& argument : arguments) {
      if (!argument.name.empty()) selector += argument.name + ":";
    }
    if (selector.size() > name.size()) names.emplace_back(qualifier, selector);
  }
  for (const auto& [before, last] : names) {
    if (last.empty() || !rules_.knows_call(last)) continue;
    SeenCall seen;
    seen.node = id;
    seen.fact.name = last;
    seen.fact.qualifier = before;
    const bool capital = last[0] >= 'A' && last[0] <= 'Z';
    seen.fact.creates = tree_.form(id) == Form::create || name == "new" || (tree_.form(id) == Form::call && capital && object == kNone);
    if (seen.fact.creates) {
      seen.fact.type = before.empty() ? last : before + "." + last;
    } else if (object != kNone) {
      seen.fact.type = values_.type_of(object);
    }
    const NodeId from = named == kNone ? id : named;
    NodeId begin = tree_.strip(from);
    if (tree_.form(begin) == Form::member && object != kNone && tree_.form(tree_.strip(object)) == Form::call) begin = tree_.slot(begin, 1);
    seen.fact.where = {tree_.at(begin).begin, std::max(tree_.at(begin).begin, tree_.at(id).end)};
    if (tree_.form(id) == Form::create || tree_.form(id) == Form::message) seen.fact.where.begin = tree_.at(id).begin;
    seen.fact.role = role_of(tree_, id);
    for (const ArgumentNode& argument : arguments) {
      Meaning value = argument.value == kNone ? Meaning{} : values_.first(argument.value);
      seen.fact.arguments.push_back({argument.name, {}, argument.value == kNone ? span(argument.node, argument.node) : span(argument.value, argument.value)});
      seen.values.push_back(std::move(value));
    }
    sight_.calls.push_back(std::move(seen));
  }
}

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
      if (effect != Effect::append && effect != Effect::format && effect != Effect::same) return;
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

}  // namespace

Sight look(const Values& values, const RuleMatcher& rules) { return Walk(values, rules).take(); }

}  // namespace ropc::scanner::syntax
