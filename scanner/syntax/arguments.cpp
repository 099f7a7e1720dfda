#include <algorithm>
#include <array>

#include "common/text.h"
#include "scanner/syntax/definitions.h"
#include "scanner/syntax/literal.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxNested = 6;

/// The text of a key or label that is written without quotes or as a plain literal.
std::string label(const Tree& tree, NodeId id) {
  id = tree.strip(id);
  if (tree.form(id) == Form::string || tree.form(id) == Form::symbol) {
    const auto pieces = pieces_of(tree, id);
    return pieces.size() == 1 && !pieces.front().is_hole() ? pieces.front().text : std::string();
  }
  std::string name = tree.name(id);
  if (name.empty()) {
    std::string_view text = tree.text(id);
    while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.remove_suffix(1);
    if (text.size() < 100) name = std::string(text);
  }
  return name;
}

bool names(std::string_view between) { return between == "=" || between == ":" || between == "=>"; }

void append(const Tree& tree, NodeId id, int depth, std::vector<ArgumentNode>& out);

/// Values that stand beside each other, paired by the punctuation between them.
void append_children(const Tree& tree, NodeId id, int depth, std::vector<ArgumentNode>& out) {
  std::vector<NodeId> children = tree.children(id);
  std::erase_if(children, [&](NodeId child) { return tree.form(child) == Form::content; });
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (i + 1 < children.size() && names(tree.between(children[i], children[i + 1]))) {
      out.push_back({label(tree, children[i]), children[i], tree.strip(children[i + 1]), children[i]});
      ++i;
    } else {
      append(tree, children[i], depth + 1, out);
    }
  }
}

void append(const Tree& tree, NodeId id, int depth, std::vector<ArgumentNode>& out) {
  if (depth > kMaxNested) return;
  switch (tree.form(id)) {
    case Form::arguments:
    case Form::sequence:
      append_children(tree, id, depth, out);
      return;
    case Form::argument: {
      const std::vector<NodeId> parts = tree.children(id);
      if (parts.empty()) return;
      NodeId name = tree.slot(id, 0);
      NodeId value = tree.slot(id, 1);
      if (value == kNone) value = parts.back();
      if (name == kNone && parts.size() > 1 && names(tree.between(parts.front(), parts.back()))) name = parts.front();
      if (name == value) name = kNone;
      out.push_back({name == kNone ? std::string() : label(tree, name), name, tree.strip(value), id});
      return;
    }
    case Form::pair:
      out.push_back({label(tree, tree.slot(id, 0)), tree.slot(id, 0), tree.strip(tree.slot(id, 1)), id});
      return;
    case Form::assign:
      if (tree.between(tree.slot(id, 0), tree.slot(id, 1)) == "=") {
        const NodeId target = tree.strip(tree.slot(id, 0));
        if (tree.form(target) == Form::name || tree.form(target) == Form::index || tree.form(target) == Form::arguments ||
            tree.form(target) == Form::argument) {
          const NodeId key = tree.form(target) == Form::name ? target : tree.slot(target, 1);
          out.push_back({label(tree, key), key, tree.strip(tree.slot(id, 1)), id});
          return;
        }
      }
      break;
    default:
      break;
  }
  out.push_back({{}, kNone, tree.strip(id), id});
}

void append_message(const Tree& tree, NodeId id, std::vector<ArgumentNode>& out) {
  const NodeId receiver = tree.slot(id, 0);
  NodeId label_node = kNone;
  for (const NodeId child : tree.children(id)) {
    if (child == receiver) continue;
    if (tree.in_field(child, "method")) {
      label_node = child;
      continue;
    }
    out.push_back({label_node == kNone ? std::string() : std::string(tree.text(label_node)), label_node, tree.strip(child), child});
    label_node = kNone;
  }
}

/// Words of a shell: an option takes the word behind it unless that is an option too.
void append_words(const Tree& tree, NodeId id, NodeId name, std::vector<ArgumentNode>& out, int depth) {
  for (const NodeId child : tree.children(id)) {
    if (child == name || tree.form(child) == Form::assign || tree.form(child) == Form::content) continue;
    if (tree.form(child) == Form::arguments && depth < 3) {
      append_words(tree, child, name, out, depth + 1);
      continue;
    }
    const std::string_view text = tree.text(child);
    const bool option = text.size() > 1 && text[0] == '-' && text.find_first_of("= $'\"") == std::string_view::npos &&
                        (text[1] < '0' || text[1] > '9');
    if (option) {
      std::size_t dashes = text.find_first_not_of('-');
      if (dashes == std::string_view::npos) dashes = 0;
      out.push_back({std::string(text.substr(dashes)), child, kNone, child});
    } else if (!out.empty() && !out.back().name.empty() && out.back().value == kNone) {
      out.back().value = tree.strip(child);
    } else {
      out.push_back({{}, kNone, tree.strip(child), child});
    }
  }
}

}  // namespace

std::vector<ArgumentNode> arguments_of(const Tree& tree, NodeId call) {
  std::vector<ArgumentNode> out;
  if (call == kNone) return out;
  switch (tree.form(call)) {
    case Form::message:
      append_message(tree, call, out);
      return out;
    case Form::command:
      append_words(tree, call, tree.slot(call, 0), out, 0);
      return out;
    case Form::call:
    case Form::create:
    case Form::annotation:
    case Form::enum_member:
      if (const NodeId list = tree.slot(call, 1); list != kNone) append(tree, list, 0, out);
      break;
    case Form::arguments:
    case Form::map:
    case Form::list:
      append_children(tree, call, 0, out);
      return out;
    default:
      return out;
  }
  if (tree.form(call) == Form::create) {
    if (const NodeId body = tree.slot(call, 2); body != kNone) append_children(tree, body, 0, out);
  }
  return out;
}

bool is_self(const Tree& tree, NodeId id) {
  id = tree.strip(id);
  std::string_view text = tree.text(id);
  while (!text.empty() && (text.front() == '$' || text.front() == '&' || text.front() == '*')) text.remove_prefix(1);
  constexpr std::array<std::string_view, 8> kSelf = {"this", "self", "Self", "cls", "static", "@", "it", "__CLASS__"};
  return std::ranges::find(kSelf, text) != kSelf.end();
}

namespace {

void append_parameter(const Tree& tree, NodeId id, std::vector<Parameter>& out) {
  if (tree.form(id) == Form::name || tree.form(id) == Form::variable) {
    out.push_back({tree.name(id), id, kNone, kNone});
    return;
  }
  NodeId value = tree.slot(id, 1);
  if (value == kNone) {  // "parameter = value" as siblings
    const NodeId next = tree.at(id).next;
    if (next != kNone && tree.between(id, next) == "=") value = next;
  }
  const NodeId type = tree.slot(id, 2);
  const std::size_t before = out.size();
  for (const NodeId child : tree.children(id)) {  // "a, b string"
    if (tree.in_field(child, "name") && tree.form(child) == Form::name) out.push_back({tree.name(child), id, value, type});
  }
  if (out.size() == before || out.size() == before + 1) {
    out.resize(before);
    out.push_back({tree.name(tree.slot(id, 0)), id, value, type});
  }
}

void find_parameters(const Tree& tree, NodeId id, int depth, std::vector<Parameter>& out) {
  for (const NodeId child : tree.children(id)) {
    if (tree.form(child) == Form::parameter || tree.form(child) == Form::name || tree.form(child) == Form::variable) {
      const NodeId previous = child;
      // The default of the parameter before, where it is a sibling.
      if (!out.empty() && out.back().value == previous) continue;
      if (tree.form(child) == Form::parameter || tree.form(id) == Form::arguments) append_parameter(tree, child, out);
    } else if (tree.form(child) != Form::function && tree.form(child) != Form::type && depth < 4) {
      find_parameters(tree, child, depth + 1, out);
    }
  }
}

}  // namespace

std::vector<Parameter> parameters_of(const Tree& tree, NodeId function) {
  std::vector<Parameter> out;
  const NodeId list = tree.slot(function, 1);
  if (list == kNone) return out;
  if (tree.form(list) == Form::parameter || tree.form(list) == Form::name) {
    append_parameter(tree, list, out);
  } else {
    find_parameters(tree, list, 0, out);
  }
  if (!out.empty() && (out.front().name == "self" || out.front().name == "cls")) out.erase(out.begin());
  return out;
}

namespace {

void annotation_strings(const Tree& tree, NodeId annotation, std::vector<std::string>& out) {
  for (NodeId id = annotation; id < tree.at(annotation).last; ++id) {
    if (tree.form(id) != Form::string) continue;
    const auto pieces = pieces_of(tree, id);
    if (pieces.size() == 1 && !pieces.front().is_hole() && pieces.front().text.size() < 100) out.push_back(pieces.front().text);
  }
}

/// `json:"grant_type,omitempty" form:"grant_type"`
void tag_names(std::string_view tag, std::vector<std::string>& out) {
  for (std::size_t at = tag.find(":\""); at != std::string_view::npos; at = tag.find(":\"", at + 1)) {
    const std::size_t begin = at + 2;
    const std::size_t end = tag.find_first_of(",\"", begin);
    if (end != std::string_view::npos && end > begin) out.emplace_back(tag.substr(begin, end - begin));
  }
}

}  // namespace

std::vector<std::string> aliases_of(const Tree& tree, NodeId declaration) {
  std::vector<std::string> out;
  NodeId around = declaration;
  for (NodeId before = tree.parent(declaration) == kNone ? kNone : tree.at(tree.parent(declaration)).first;
       before != kNone && before < declaration; before = tree.at(before).next) {
    if (tree.at(before).next != declaration || tree.form(before) != Form::none) continue;
    for (const NodeId inner : tree.children(before)) {  // modifiers right before a parameter
      if (tree.form(inner) == Form::annotation) annotation_strings(tree, inner, out);
    }
  }
  for (int level = 0; level < 3 && around != kNone; ++level) {
    const Node& node = tree.at(around);
    if (level > 0 && node.form != Form::none && node.form != Form::clear && node.form != Form::declare) break;
    if (node.end - node.begin > 4000) break;
    std::size_t after = node.begin;
    for (NodeId child = node.first; child != kNone && tree.at(child).begin <= tree.at(declaration).begin; child = tree.at(child).next) {
      if (tree.in_field(child, "tag")) tag_names(tree.text(child), out);
      if (tree.at(child).last <= declaration && (tree.form(child) == Form::declare || tree.form(child) == Form::function ||
                                                 tree.form(child) == Form::parameter || tree.form(child) == Form::enum_member)) {
        after = tree.at(child).end;
      }
    }
    for (NodeId child = node.first; child != kNone; child = tree.at(child).next) {
      if (tree.in_field(child, "tag")) tag_names(tree.text(child), out);
      if (tree.at(child).begin >= tree.at(declaration).end || tree.at(child).begin < after || child == declaration) continue;
      if (tree.form(child) == Form::annotation) annotation_strings(tree, child, out);
      if (tree.form(child) != Form::none) continue;
      for (const NodeId inner : tree.children(child)) {
        if (tree.form(inner) == Form::annotation) annotation_strings(tree, inner, out);
      }
    }
    around = node.parent;
  }
  return out;
}

}  // namespace ropc::scanner::syntax
