#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/walk.h"

// Constants that stand for the grant, fields in order, and values that a function's head holds.

namespace ropc::scanner::syntax {
namespace {

/// Values of the same parameter: a constant beside them is the grant's, whatever it is called.
constexpr auto kOtherGrants = std::to_array<std::string_view>({"clientcredentials"});
constexpr std::size_t kNear = 600;  ///< bytes around a constant in which its siblings stand

bool says_grant(std::string_view name) {
  const std::string folded = folded_name(name);
  return folded.find("granttype") != std::string::npos || folded.find("oauth2grant") != std::string::npos ||
         (folded.find("grant") != std::string::npos && folded.find("granted") == std::string::npos && folded.find("grantee") == std::string::npos);
}

}  // namespace

/// PASSWORD_GRANT = "password"; enum GrantType { PASSWORD("password") }; PASSWORD = "password" beside the other grants.
void Walk::visit_constant(NodeId id, NodeId name_node, NodeId value) {
  value = tree_.strip(value);
  if (tree_.form(value) == Form::arguments && tree_.children(value).size() == 1) value = tree_.strip(tree_.children(value).front());
  if (tree_.form(value) != Form::string && tree_.form(value) != Form::symbol) return;
  if (values_.definitions().around(id, Form::function) != kNone) return;
  const Meaning text = values_.first(value);
  if (!text.known || text.text.size() > 40 || !rules_.knows_value(text.text)) return;
  const std::string name = tree_.name(name_node);
  if (names_a_key(name)) return;
  const NodeId type = values_.definitions().around(id, Form::type);
  std::string holder = type == kNone ? std::string() : tree_.name(tree_.slot(type, 0));
  for (NodeId up = tree_.parent(id); holder.empty() && up != kNone && up != 0; up = tree_.parent(up)) {  // GRANTS = { PASSWORD: "password" }
    const Form form = tree_.form(up);
    if ((form == Form::declare || form == Form::assign) && up != id) holder = tree_.name(tree_.slot(up, 0));
  }
  Meaning key;
  key.known = true;
  key.at = name_node;
  if (says_grant(name) || says_grant(holder) || says_grant(tree_.text(tree_.slot(id, 2)))) {
    key.text = "grant_type";
  } else {
    const std::size_t begin = tree_.at(id).begin > kNear ? tree_.at(id).begin - kNear : 0;
    const std::string around = folded_name(tree_.source().substr(begin, tree_.at(id).end + kNear - begin));
    for (const std::string_view other : kOtherGrants) {
      if (around.find(other) != std::string::npos && folded_name(name).find("password") != std::string::npos) key.text = "client_credentials";
    }
  }
  if (key.text.empty()) return;
  sight_.pairs.push_back({key, text, id, span(name_node, value), "constant", Role::defined, {}, false});
}

/// Fields of a type of this file, in the order in which they are declared.
const std::vector<Walk::Field>& Walk::fields_of(const std::string& type) const {
  if (!fields_known_) {
    fields_known_ = true;
    for (const auto& [name, list] : values_.definitions().by_name()) {
      for (const Definition& one : list) {
        if (one.kind == Definition::Kind::member && !one.container.empty() && fields_.size() < kMaxPairs) fields_[one.container].push_back({one.node, name});
      }
    }
    for (auto& [name, list] : fields_) std::ranges::sort(list, {}, &Field::node);
  }
  static const std::vector<Field> kNothing;
  const auto found = fields_.find(type);
  return found == fields_.end() ? kNothing : found->second;
}

/// TokenRequest{"password", user}: values in the order of the fields.
void Walk::visit_positional(NodeId id, const std::vector<ArgumentNode>& arguments) {
  if (arguments.empty() || !arguments.front().name.empty()) return;
  const std::string type = tree_.name(tree_.slot(id, 0));
  if (type.empty()) return;
  const auto& fields = fields_of(type);
  if (fields.size() != arguments.size()) return;
  for (std::size_t i = 0; i < fields.size() && i < kMaxItems; ++i) {
    if (!arguments[i].name.empty() || arguments[i].value == kNone) return;
    for (const std::string& name : names_of(fields[i].name)) {
      Meaning key;
      key.known = true;
      key.text = name;
      key.at = arguments[i].node;
      emit(key, arguments[i].value, id, span(arguments[i].node, arguments[i].node), "entry");
    }
  }
}

/// The keys that a field or parameter of that name stands for: itself, and what tags, annotations and CodingKeys call it.
std::vector<std::string> Walk::names_of(const std::string& name) const {
  std::vector<std::string> out;
  const auto add = [&](const std::string& one) {
    if (names_a_key(one) && std::ranges::find(out, one) == out.end()) out.push_back(one);
  };
  add(name);
  const auto* list = values_.definitions().all(name);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    for (const std::string& alias : (*list)[i].aliases) add(alias);
  }
  for (const Definition* one : values_.definitions().members("CodingKeys", name)) {
    if (const Meaning text = one->value == kNone ? Meaning{} : values_.first(one->value); text.known) add(text.text);
  }
  return out;
}

/// def grant_of("password"), do: …: a function's head is compared with what comes.
void Walk::visit_head(NodeId id) {
  const NodeId parameters = tree_.slot(id, 1);
  if (parameters == kNone || !says_grant(tree_.name(tree_.slot(id, 0)))) return;
  for (const NodeId child : tree_.children(parameters)) {
    const NodeId value = tree_.strip(child);
    if (tree_.form(value) != Form::string && tree_.form(value) != Form::symbol) continue;
    const Meaning text = values_.first(value);
    if (!text.known || !rules_.knows_value(text.text)) continue;
    Meaning key;
    key.known = true;
    key.text = "grant_type";
    key.at = id;
    sight_.pairs.push_back({key, text, id, span(value, value), "comparison", Role::compared, {}, false});
  }
}

}  // namespace ropc::scanner::syntax
