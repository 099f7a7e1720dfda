#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/walk.h"

// What calls say: setters, keys and values as neighbouring arguments, and calls that rules want.

namespace ropc::scanner::syntax {
namespace {

/// Words that stand before the key in the name of a method that sets it.
constexpr auto kSetters = std::to_array<std::string_view>({"set", "with", "add", "put", "and", "append", "update"});

/// Parameters of a token request: a list of them is no list of keys and values.
constexpr auto kFieldNames = std::to_array<std::string_view>(
    {"username", "password", "clientid", "clientsecret", "scope", "refreshtoken", "code", "redirecturi", "user", "login", "accesstoken"});

template <class Names>
bool one_of(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

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
    if (!value_first && at == arguments.size() && i > 0 && folded_name(tree_.name(callee(id))).ends_with("name")) {
      // curl_mime_name(part, "grant_type"); curl_mime_data(part, "password", …);
      const NodeId more = next_call(id);
      const std::string does = folded_name(tree_.name(callee(more)));
      const auto given = does.ends_with("data") || does.ends_with("value") || does.ends_with("contents") ? arguments_of(tree_, more) : std::vector<ArgumentNode>{};
      if (given.size() > i && given[i].value != kNone) emit(key, given[i].value, id, span(arguments[i].value, given[i].value), "arguments");
    }
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

/// The call that is the next statement; kNone: it is none.
NodeId Walk::next_call(NodeId id) const {
  NodeId statement = id;
  for (int i = 0; i < 3 && statement != kNone && tree_.at(statement).next == kNone; ++i) statement = tree_.parent(statement);
  NodeId next = statement == kNone ? kNone : tree_.strip(tree_.at(statement).next);
  for (int i = 0; i < 3 && next != kNone && tree_.form(next) != Form::call; ++i) next = tree_.strip(tree_.at(next).first);
  return tree_.form(next) == Form::call ? next : kNone;
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
    if (!given.known && given.name.find('.') != std::string::npos) sight_.open_keys.push_back(given.name.substr(given.name.rfind('.') + 1));
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
  if (tree_.form(id) == Form::create) visit_positional(id, arguments);
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
  if (effect == Effect::format || effect == Effect::numbered || effect == Effect::append || effect == Effect::join) {
    // Only the outermost of a chain is read.
    const NodeId outer = tree_.form(parent) == Form::member ? tree_.parent(parent) : parent;
    const bool chained = tree_.form(outer) == Form::call && effect_of(tree_.name(callee(outer))) == Effect::append && receiver(outer) != kNone && tree_.within(id, receiver(outer));
    if (!chained && !covered_[id]) visit_text(id);
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

void Walk::add_argument(SeenCall& call, const ArgumentNode& argument, bool option) const {
  const NodeId shown = argument.value == kNone ? argument.node : argument.value;
  call.fact.arguments.push_back({argument.name, {}, span(shown, shown), option});
  call.values.push_back(argument.value == kNone ? Meaning{} : values_.first(argument.value));
}

/// The entries of an object that is an argument: login({ username, password }).
void Walk::add_options(SeenCall& call, const ArgumentNode& argument) const {
  const NodeId object = argument.value == kNone ? kNone : values_.object_of(argument.value);
  if (object == kNone) return;
  for (const ArgumentNode& entry : arguments_of(tree_, object)) {
    if (call.values.size() >= kMaxItems) return;
    if (!entry.name.empty()) {
      add_argument(call, entry, true);
    } else if (tree_.form(entry.value) == Form::name && tree_.form(object) == Form::map) {  // { username }
      add_argument(call, {tree_.name(entry.value), entry.node, entry.value, entry.node}, true);
    }
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
    for (const ArgumentNode& argument : arguments) add_argument(seen, argument, false);
    for (const ArgumentNode& argument : arguments) add_options(seen, argument);
    sight_.calls.push_back(std::move(seen));
  }
}

}  // namespace ropc::scanner::syntax
