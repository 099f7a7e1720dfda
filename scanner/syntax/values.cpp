#include "scanner/syntax/values.h"

#include <algorithm>

#include "common/text.h"
#include "scanner/syntax/known_calls.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::size_t kFileFuel = 6'000'000;

/// "1" of `$1`
bool is_position(std::string_view name) { return name.size() == 1 && name[0] >= '1' && name[0] <= '9'; }

}  // namespace

bool Values::exhausted() const { return spent_ >= kFileFuel; }

bool Values::spend() const {
  if (fuel_ == 0 || spent_ >= kFileFuel) return false;
  --fuel_;
  ++spent_;
  return true;
}

Meaning Values::unknown(NodeId id) const {
  Meaning out;
  out.at = id;
  out.name = tree_.dotted(id);
  return out;
}

std::vector<Meaning> Values::of(NodeId expression) const {
  fuel_ = kFuel;
  Meanings out = follow(expression, 0);
  if (out.empty()) out.push_back(unknown(expression));
  return out;
}

Values::Meanings Values::follow(NodeId id, int depth) const {
  id = tree_.strip(id);
  if (id == kNone || depth > kMaxDepth || !spend()) return {unknown(id)};
  switch (tree_.form(id)) {
    case Form::string:
    case Form::joined:
    case Form::heredoc:
    case Form::symbol:
    case Form::number:
      return of_text(id, depth);
    case Form::name:
    case Form::variable:
      return of_name(id, depth);
    case Form::member:
      return of_member(id, depth);
    case Form::index:
      return of_index(id, depth);
    case Form::call:
    case Form::create:
    case Form::message:
    case Form::command:
      return of_call(id, depth);
    case Form::binary:
      return of_binary(id, depth);
    case Form::assign:
      return follow(tree_.slot(id, 1), depth + 1);
    case Form::argument:
      return follow(tree_.slot(id, 1), depth + 1);
    case Form::unary:
      return follow(tree_.slot(id, 0), depth + 1);
    case Form::ternary: {
      Meanings out = follow(result_of(tree_.slot(id, 1)), depth + 1);
      merge(out, follow(result_of(tree_.slot(id, 2)), depth + 1));
      return out;
    }
    case Form::arguments: {  // QString name("text");
      const auto items = tree_.children(id);
      return items.size() == 1 ? follow(items.front(), depth + 1) : Meanings{unknown(id)};
    }
    case Form::choice: {
      Meanings out;
      for (NodeId at = id; at < tree_.at(id).last && out.size() < kMaxMeanings; ++at) {
        if (tree_.form(at) == Form::branch && tree_.slot(at, 1) != kNone) merge(out, follow(result_of(tree_.slot(at, 1)), depth + 1));
      }
      return out.empty() ? Meanings{unknown(id)} : out;
    }
    case Form::list: {
      const auto items = tree_.children(id);
      if (items.size() == 1) return follow(items.front(), depth + 1);  // url.Values{"k": {"v"}}
      return {unknown(id)};
    }
    default:
      return {unknown(id)};
  }
}

/// The last expression of a block that is written as one.
NodeId Values::result_of(NodeId block) const {
  NodeId id = tree_.strip(block);
  for (int level = 0; level < 6 && id != kNone && tree_.form(id) == Form::none; ++level) {
    const auto children = tree_.children(id);
    if (children.empty()) return id;
    id = tree_.strip(children.back());
  }
  return id;
}

Values::Meanings Values::of_definition(const Definition& definition, int depth) const {
  Meanings out;
  switch (definition.kind) {
    case Definition::Kind::parameter: {
      if (definition.value != kNone) out = follow(definition.value, depth + 1);
      if (out.empty()) out.push_back(unknown(definition.node));
      for (Meaning& one : out) {
        one.parameter = definition.node;
        if (!one.known) one.source = CredentialSource::parameter;
      }
      break;
    }
    case Definition::Kind::enum_member: {
      if (definition.value != kNone) {
        const auto arguments = arguments_of(tree_, definition.node);
        if (arguments.empty()) {
          out = follow(definition.value, depth + 1);
        } else {
          for (const ArgumentNode& argument : arguments) {
            if (tree_.form(argument.value) == Form::string) merge(out, follow(argument.value, depth + 1));
          }
        }
      }
      for (const std::string& alias : definition.aliases) merge(out, {text_meaning(alias, tree_.at(definition.node).begin, definition.node)});
      if (out.empty() && tree_.language().family != "c") {  // an enum whose members are written as they are called
        out.push_back(text_meaning(tree_.name(tree_.slot(definition.node, 0)), tree_.at(definition.node).begin, definition.node));
      }
      break;
    }
    case Definition::Kind::variable:
    case Definition::Kind::member:
      if (definition.value != kNone) out = follow(definition.value, depth + 1);
      else out = injected(definition);
      break;
    default:
      break;
  }
  for (Meaning& one : out) one.through.insert(one.through.begin(), definition.node);
  return out;
}

/// A field that a container fills: @Value("${auth.grant:password}").
Values::Meanings Values::injected(const Definition& definition) const {
  for (const std::string& alias : definition.aliases) {
    if (!alias.starts_with("${") || !alias.ends_with('}')) continue;
    const std::string inside = alias.substr(2, alias.size() - 3);
    const std::size_t colon = inside.find(':');
    std::optional<std::string> text = elsewhere_ == nullptr ? std::nullopt : elsewhere_->placeholder(inside.substr(0, colon));
    if (!text && colon != std::string::npos) text = inside.substr(colon + 1);
    if (!text) continue;
    Meaning out = text_meaning(*text, tree_.at(definition.node).begin, definition.node);
    out.source = CredentialSource::configuration;
    return {std::move(out)};
  }
  return {};
}

Values::Meanings Values::of_definitions(const std::vector<const Definition*>& list, NodeId at, int depth) const {
  Meanings out;
  for (const Definition* one : list) {
    if (one->node == at || out.size() >= kMaxMeanings) continue;
    merge(out, of_definition(*one, depth));
  }
  // A value that is known says more than one that is not.
  std::ranges::stable_partition(out, [](const Meaning& one) { return one.known; });
  return out;
}

Values::Meanings Values::from_elsewhere(NodeId id, std::string_view qualifier, std::string_view name) const {
  if (elsewhere_ == nullptr || name.empty()) return {};
  const auto found = elsewhere_->constant(qualifier, name);
  if (!found) return {};
  Meaning out = text_meaning(found->text, tree_.at(id).begin, id);
  out.foreign.push_back(found->place);
  return {std::move(out)};
}

Values::Meanings Values::of_name(NodeId id, int depth) const {
  const std::string name = tree_.name(id);
  const std::string dotted = tree_.dotted(id);
  Meanings out;
  if (const std::size_t dot = dotted.rfind('.'); dot != std::string::npos) {  // a qualified name in one node
    const std::string qualifier = dotted.substr(0, dot);
    const std::size_t last = qualifier.rfind('.');
    const std::string_view container = last == std::string::npos ? std::string_view(qualifier) : std::string_view(qualifier).substr(last + 1);
    out = of_definitions(definitions_.members(container, name), id, depth);
    if (out.empty()) out = from_elsewhere(id, container, name);
  }
  if (out.empty() && dotted == name) {
    const bool field = tree_.text(id).starts_with('@');
    out = of_definitions(field ? definitions_.own_members(name, id) : definitions_.visible(name, id), id, depth);
    if (out.empty()) out = from_elsewhere(id, {}, name);
  }
  if (out.empty() && tree_.form(id) == Form::variable && is_position(name) && definitions_.around(id, Form::function) != kNone) {
    Meaning given = unknown(id);  // $1 of a shell function
    given.parameter = id;
    given.source = CredentialSource::parameter;
    const NodeId fallback = tree_.slot(id, 1);
    if (fallback == kNone) return {given};
    out = follow(fallback, depth + 1);  // ${1:-password}
    for (Meaning& one : out) one.parameter = id;
    return out;
  }
  if (tree_.form(id) == Form::variable) {
    const NodeId fallback = tree_.slot(id, 1);
    if (fallback != kNone) merge(out, follow(fallback, depth + 1));
    if (out.empty()) out = of_environment(id, name, kNone, CredentialSource::environment, depth);
  }
  if (out.empty()) out.push_back(unknown(id));
  for (Meaning& one : out) {
    one.name = dotted;
    one.at = id;
    if (one.marks.empty()) one.marks.push_back({0, tree_.at(id).begin});
    one.marks.front().source = tree_.at(id).begin;
    one.marks.resize(1);
  }
  return out;
}

Values::Meanings Values::of_member(NodeId id, int depth) const {
  const NodeId object = tree_.slot(id, 0);
  const std::string name = tree_.name(tree_.slot(id, 1));
  const std::string dotted = tree_.dotted(id);
  const std::string qualifier = tree_.name(object);
  Meanings out;
  if (equal_ignoring_case(dotted.substr(0, dotted.rfind('.')), "process.env") || qualifier == "ENV" || qualifier == "environ") {
    out = of_environment(id, name, kNone, CredentialSource::environment, depth);
  } else if (is_self(tree_, object)) {
    out = of_definitions(definitions_.own_members(name, id), id, depth);
  } else {
    out = of_definitions(definitions_.members(qualifier, name), id, depth);
    if (out.empty()) {
      if (const NodeId map = object_of(object); map != kNone) {
        for (const ArgumentNode& entry : arguments_of(tree_, map)) {
          if (entry.name == name) merge(out, follow(entry.value, depth + 1));
        }
      }
    }
    const bool wrapper = effect_of(name) == Effect::same || name == "rawValue" || name == "name" || name == "Value" || name == "key" || name == "code" || name == "v";
    if (out.empty() && wrapper) {
      out = follow(object, depth + 1);
      if (!out.front().known) out.clear();
    }
    if (out.empty()) out = from_elsewhere(id, qualifier, name);
    if (out.empty()) {
      // A field of an object of a type that this file holds.
      const std::string type = type_of(object, depth + 1);
      if (!type.empty()) out = of_definitions(definitions_.members(type, name), id, depth);
    }
  }
  if (out.empty()) {
    out.push_back(unknown(id));
    if (holds_settings(qualifier)) out.front().source = CredentialSource::configuration;
  }
  for (Meaning& one : out) {
    one.name = dotted;
    one.at = id;
    one.marks.assign(1, {0, tree_.at(id).begin});
  }
  return out;
}

Values::Meanings Values::of_environment(NodeId id, const std::string& variable, NodeId fallback, CredentialSource from, int depth) const {
  Meanings out;
  if (!variable.empty() && elsewhere_ != nullptr) {
    if (auto value = elsewhere_->placeholder(variable)) {
      out.push_back(text_meaning(*value, id == kNone ? 0 : tree_.at(id).begin, id));
    }
  }
  if (fallback != kNone) merge(out, follow(fallback, depth + 1));
  if (out.empty()) out.push_back(unknown(id));
  for (Meaning& one : out) {
    one.source = from;
    if (!variable.empty()) one.name = variable;
  }
  return out;
}

Values::Meanings Values::of_index(NodeId id, int depth) const {
  const NodeId object = tree_.slot(id, 0);
  const Meaning key = follow(tree_.slot(id, 1), depth + 1).front();
  const std::string name = tree_.name(object);
  if (name == "ENV" || name == "environ" || name == "_ENV" || name == "env" || name == "_SERVER") {
    return of_environment(id, key.text, kNone, CredentialSource::environment, depth);
  }
  Meanings out;
  if (key.known) {
    if (const NodeId map = object_of(object); map != kNone) {
      for (const ArgumentNode& entry : arguments_of(tree_, map)) {
        if (entry.name == key.text) merge(out, follow(entry.value, depth + 1));
      }
    }
  }
  if (out.empty()) {
    out.push_back(unknown(id));
    const std::string low = lower(name);
    if (low.find("conf") != std::string::npos || low.find("setting") != std::string::npos || low.find("option") != std::string::npos) {
      out.front().source = CredentialSource::configuration;
    }
  }
  for (Meaning& one : out) {
    one.at = id;
    one.marks.assign(1, {0, tree_.at(id).begin});
    if (key.known && !key.text.empty() && one.name.find(key.text) == std::string::npos) one.name = name + "." + key.text;
  }
  return out;
}

}  // namespace ropc::scanner::syntax
