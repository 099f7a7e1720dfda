#include "scanner/syntax/values.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/literal.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::size_t kMaxText = 64U << 10U;
constexpr std::size_t kFuel = 3'000;
constexpr std::size_t kFileFuel = 6'000'000;

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

/// Adds `more` to `list` as far as there is room and it says something new.
void merge(std::vector<Meaning>& list, std::vector<Meaning> more) {
  for (Meaning& one : more) {
    if (list.size() >= Values::kMaxMeanings) return;
    const bool same = std::ranges::any_of(list, [&](const Meaning& have) {
      return have.known == one.known && have.text == one.text && have.name == one.name && have.parameter == one.parameter;
    });
    if (!same) list.push_back(std::move(one));
  }
}

/// Every one of `left` followed by every one of `right`, within bounds.
std::vector<Meaning> joined_all(const std::vector<Meaning>& left, const std::vector<Meaning>& right) {
  std::vector<Meaning> out;
  for (const Meaning& a : left) {
    for (const Meaning& b : right) {
      if (out.size() < Values::kMaxMeanings) out.push_back(joined(a, b));
    }
  }
  return out;
}

Meaning text_meaning(std::string text, std::size_t source, NodeId at) {
  Meaning out;
  out.known = true;
  out.text = std::move(text);
  out.at = at;
  out.source = CredentialSource::literal;
  out.marks.push_back({0, source});
  return out;
}

}  // namespace

Meaning joined(Meaning a, const Meaning& b) {
  const std::size_t shift = a.text.size();
  if (shift + b.text.size() > kMaxText) {
    a.known = false;
    return a;
  }
  if (!b.known && b.gaps.empty()) {
    a.text += kUnknown;
    a.gaps.push_back({shift, b.at, b.parameter, b.name, b.source});
  } else {
    a.text += b.text;
    for (const Mark& mark : b.marks) a.marks.push_back({mark.text + shift, mark.source});
    for (Gap gap : b.gaps) {
      gap.text += shift;
      a.gaps.push_back(std::move(gap));
    }
  }
  a.known = a.known && b.known;
  a.name.clear();
  a.parameter = kNone;
  a.through.insert(a.through.end(), b.through.begin(), b.through.end());
  a.foreign.insert(a.foreign.end(), b.foreign.begin(), b.foreign.end());
  return a;
}

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

Values::Meanings Values::of_text(NodeId id, int depth) const {
  Meanings out(1);
  out.front().known = true;
  out.front().at = id;
  out.front().source = CredentialSource::literal;
  for (const Piece& piece : pieces_of(tree_, id)) {
    if (!piece.is_hole()) {
      out = joined_all(out, {text_meaning(piece.text, piece.source, id)});
      continue;
    }
    Meanings inner;
    if (piece.hole != kNone) {
      inner = follow(piece.hole, depth + 1);
    } else {
      const std::size_t dot = piece.hole_name.rfind('.');
      const std::string last = dot == std::string::npos ? piece.hole_name : piece.hole_name.substr(dot + 1);
      inner = of_definitions(definitions_.visible(last, id), id, depth + 1);
      if (inner.empty()) inner.push_back(unknown(kNone));
      for (Meaning& one : inner) one.name = piece.hole_name;
    }
    for (Meaning& one : inner) {
      // What comes from elsewhere stands, for the reader, where it is put in.
      one.marks.assign(1, {0, piece.source});
    }
    out = joined_all(out, inner);
  }
  for (Meaning& one : out) one.at = id;
  return out;
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
      break;
    }
    case Definition::Kind::variable:
    case Definition::Kind::member:
      if (definition.value != kNone) out = follow(definition.value, depth + 1);
      break;
    default:
      break;
  }
  for (Meaning& one : out) one.through.insert(one.through.begin(), definition.node);
  return out;
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
  if (out.empty()) out.push_back(unknown(id));
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

Values::Meanings Values::of_binary(NodeId id, int depth) const {
  // A chain of the same operator leans to the left and may be long: it is taken apart without recursion.
  std::vector<NodeId> operands;
  NodeId at = id;
  const Operation operation = operation_of(tree_.language(), tree_.between(tree_.slot(id, 0), tree_.slot(id, 1)));
  while (operands.size() < 2'000) {
    operands.push_back(tree_.slot(at, 1));
    const NodeId left = tree_.strip(tree_.slot(at, 0));
    if (tree_.form(left) != Form::binary ||
        operation_of(tree_.language(), tree_.between(tree_.slot(left, 0), tree_.slot(left, 1))) != operation) {
      operands.push_back(left);
      break;
    }
    at = left;
  }
  std::ranges::reverse(operands);
  switch (operation) {
    case Operation::concat:
    case Operation::append: {
      Meanings out = follow(operands.front(), depth + 1);
      for (Meaning& one : out) {
        if (!one.known && one.gaps.empty()) {
          Meaning empty;
          empty.known = true;
          one = joined(empty, one);
        }
      }
      for (std::size_t i = 1; i < operands.size(); ++i) out = joined_all(out, follow(operands[i], depth + 1));
      for (Meaning& one : out) one.at = id;
      return out;
    }
    case Operation::either:
    case Operation::fallback: {
      Meanings out;
      for (const NodeId operand : operands) merge(out, follow(operand, depth + 1));
      std::ranges::stable_partition(out, [](const Meaning& one) { return one.known; });
      return out;
    }
    case Operation::format: {
      std::vector<NodeId> arguments;
      const NodeId right = tree_.strip(operands.back());
      if (tree_.form(right) == Form::list || tree_.form(right) == Form::sequence) {
        arguments = tree_.children(right);
      } else {
        arguments.push_back(right);
      }
      return of_format(operands.front(), arguments, depth);
    }
    case Operation::assign:
      return follow(operands.back(), depth + 1);
    default:
      return {unknown(id)};
  }
}

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
      const std::string callee = tree_.name(tree_.slot(id, 0));
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
      const std::string name = tree_.name(id);
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
