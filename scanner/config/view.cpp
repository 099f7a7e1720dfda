#include "scanner/config/view.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/text.h"
#include "scanner/config/entries.h"
#include "scanner/placeholders/placeholder.h"

namespace ropc::scanner::config {
namespace {

constexpr int kMaxNesting = 6;         ///< placeholders in the values of placeholders
constexpr int kMaxSteps = 100;       ///< in one value, those of their values counted
constexpr int kMaxChildren = 2000;   ///< looked at for one name
constexpr std::size_t kMaxValue = 100'000;

/// Maps and lists that define variables for what stands beside and below them.
constexpr std::array<std::string_view, 14> kScopes = {"env",  "environment", "variables", "variable", "vars",     "parameters", "params",
                                                      "args", "defaults",    "values",    "locals",   "vars:pre-request", "ENV", "ARG"};

/// Nothing but a name as programs and HCL write it: `var.client_id`, `local.x`, `data.a.b`.
bool is_reference(std::string_view text) {
  return !text.empty() && text.size() < 200 && text.find('.') != std::string_view::npos &&
         ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z')) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
         });
}

bool is_literal(std::string_view text) {
  return text == "true" || text == "false" || text == "null" ||
         (!text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos);
}

/// `try(a.b, c)`, `coalesce(a.b, c)`, `lookup(a, "b", c)`: the name that is asked, and what it is otherwise.
std::optional<std::pair<std::string, std::string>> with_default(std::string_view text) {
  const bool lookup = text.starts_with("lookup(");
  if ((!lookup && !text.starts_with("try(") && !text.starts_with("coalesce(")) || !text.ends_with(')')) return std::nullopt;
  text.remove_suffix(1);
  std::vector<std::string_view> parts = split(text.substr(text.find('(') + 1), ',');
  for (std::string_view& part : parts) part = trim(part);
  if (!lookup && parts.size() == 2) return std::pair(std::string(parts[0]), std::string(parts[1]));
  if (!lookup || parts.size() != 3 || parts[1].size() < 3) return std::nullopt;
  return std::pair(std::string(parts[0]) + "." + std::string(parts[1].substr(1, parts[1].size() - 2)), std::string(parts[2]));
}

}  // namespace

Value View::value(NodeId id) const {
  steps_ = kMaxSteps;
  const NodeId target = tree_.target(id);
  const Node& node = tree_.at(target);
  Value out;
  out.known = true;
  if (node.type == NodeType::list) {
    int children = 0;
    for (NodeId c = node.first; c != kNoNode && children < kMaxChildren; c = tree_.at(c).next, ++children) {
      if (!tree_.has_value(c)) continue;
      if (!out.text.empty()) out.text += '\n';
      out.text += resolved(tree_.value(c), c, 1).text;
    }
    return out;
  }
  if (!tree_.has_value(target)) return out;
  const std::string_view text = tree_.value(target);
  if (format_ == Format::hcl && !node.quoted) return expression(trim(text), target, 0);
  return resolved(text, target, 0);
}

bool View::is_blank(NodeId id) const {
  const NodeId target = tree_.target(id);
  return format_ != Format::xml && tree_.at(target).type == NodeType::scalar && trim(tree_.value(target)).empty();
}

Value View::resolved(std::string_view text, NodeId near) const {
  steps_ = kMaxSteps;
  return resolved(text, near, 0);
}

Value View::resolved(std::string_view text, NodeId near, int depth) const {
  Value out;
  out.known = true;
  if (text.size() > kMaxValue || !may_hold_placeholder(text)) {
    out.text = text;
    return out;
  }
  if (depth > kMaxNesting) {
    out.known = false;
    out.text = '\x1a';
    return out;
  }
  std::size_t from = 0;
  while (const auto hole = next_placeholder(text, from)) {
    if (--steps_ < 0) {
      out.known = false;
      break;
    }
    out.text += text.substr(from, hole->begin - from);
    from = hole->end;
    if (!replace(hole->name, hole->fallback, near, depth, out)) {
      out.known = false;
      out.text += '\x1a';
      if (hole->begin == 0 && hole->end == text.size()) {
        out.name = hole->name;
        out.source = CredentialSource::environment;
      }
    }
  }
  out.text += text.substr(from);
  return out;
}

bool View::replace(const std::string& name, const std::optional<std::string>& fallback, NodeId near, int depth, Value& out) const {
  const auto found = name.empty() ? std::nullopt : definition(name, near);
  if (found) {
    Value inner = resolved(found->text, found->node == kNoNode ? near : found->node, depth + 1);
    if (inner.known) {
      out.text += inner.text;
      if (found->node != kNoNode)
        out.path.push_back({Location{document_.path, document_.lines.line(tree_.at(found->node).begin), 0},
                            "the placeholder's value is set here", redact(line_text(document_.text, document_.lines,
                                                                    document_.lines.line(tree_.at(found->node).begin)))});
      for (RelatedPlace& place : inner.path) out.path.push_back(std::move(place));
      return true;
    }
  }
  if (!fallback) return false;
  const Value inner = resolved(*fallback, near, depth + 1);
  if (inner.known) out.text += inner.text;
  return inner.known;
}

Value View::expression(std::string_view text, NodeId near, int depth) const {
  Value out;
  std::optional<std::string> fallback;
  std::string name(text);
  if (const auto call = with_default(text)) {
    name = call->first;
    if (is_literal(call->second)) fallback = call->second;
  }
  out.known = is_literal(name);
  if (out.known) {
    out.text = name;
  } else if (is_reference(name)) {
    out.known = replace(name, fallback, near, depth, out);
    out.name = name;
    out.source = name.starts_with("var.") ? CredentialSource::parameter : CredentialSource::unknown;
  }
  return out;
}

std::optional<View::Definition> View::definition(const std::string& name, NodeId near) const {
  for (const auto& [key, text] : document_.variables)
    if (key == name) return Definition{text, kNoNode};
  if (const NodeId here = defined_here(name, near); here != kNoNode) {
    const std::string_view text = trim(tree_.value(here));
    const bool expression = format_ == Format::hcl && !tree_.at(here).quoted && is_reference(text);
    return Definition{expression ? "${" + std::string(text) + "}" : std::string(tree_.value(here)), here};
  }
  if (auto text = repository_.placeholder(name, document_.path)) return Definition{std::move(*text), kNoNode};
  return std::nullopt;
}

/// The node that defines `name` for what stands at `near`: never a value that holds the placeholder itself.
NodeId View::defined_here(std::string_view name, NodeId near) const {
  const auto usable = [&](NodeId id) { return id != kNoNode && id != near && tree_.has_value(id); };
  if (format_ == Format::hcl) {
    for (NodeId d = tree_.at(kRoot).first; d != kNoNode; d = tree_.at(d).next) {
      int blocks = 0;
      for (NodeId b = tree_.at(d).first; b != kNoNode && blocks < kMaxChildren; b = tree_.at(b).next, ++blocks) {
        NodeId found = kNoNode;
        if (name.starts_with("var.") && tree_.key(b) == "variable")
          found = by_path(b, std::string(name.substr(4)) + ".default");
        else if (name.starts_with("local.") && tree_.key(b) == "locals")
          found = by_path(b, name.substr(6));
        if (usable(found)) return found;
      }
    }
    return kNoNode;
  }
  for (NodeId scope = near; scope != kNoNode; scope = tree_.at(scope).parent)
    if (const NodeId found = in_scope(scope, name); usable(found)) return found;
  for (NodeId d = tree_.at(kRoot).first; d != kNoNode; d = tree_.at(d).next)
    if (const NodeId found = by_path(d, name); usable(found)) return found;
  return kNoNode;
}

/// A definition in one of the variable maps or lists that are children of `scope`.
NodeId View::in_scope(NodeId scope, std::string_view name) const {
  int children = 0;
  for (NodeId c = tree_.at(scope).first; c != kNoNode && children < kMaxChildren; c = tree_.at(c).next, ++children) {
    const std::string_view key = tree_.key(c);
    if (std::none_of(kScopes.begin(), kScopes.end(), [key](std::string_view s) { return equal_ignoring_case(s, key); })) continue;
    if (tree_.at(tree_.target(c)).type == NodeType::list) {
      int items = 0;
      for (NodeId i = tree_.at(tree_.target(c)).first; i != kNoNode && items < kMaxChildren; i = tree_.at(i).next, ++items)
        if (const auto entry = entry_of(tree_, i); entry && !entry->off && tree_.value(entry->key) == name) return entry->value;
      continue;
    }
    const NodeId found = by_path(c, name);
    if (found == kNoNode || tree_.has_value(found)) return found;
    for (const std::string_view word : {"default", "value"})  // CloudFormation's and pipelines' parameters
      if (const NodeId inner = tree_.child(found, word); inner != kNoNode) return inner;
  }
  return kNoNode;
}

NodeId View::by_path(NodeId from, std::string_view path) const {
  const auto child = [this](NodeId id, std::string_view key) {
    int children = 0;
    for (NodeId c = tree_.at(tree_.target(id)).first; c != kNoNode && children < kMaxChildren; c = tree_.at(c).next, ++children)
      if (tree_.key(c) == key) return c;
    return kNoNode;
  };
  for (int parts = 0; parts < 20; ++parts) {
    if (const NodeId whole = child(from, path); whole != kNoNode) return whole;
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return kNoNode;
    from = child(from, path.substr(0, dot));
    if (from == kNoNode) return kNoNode;
    path.remove_prefix(dot + 1);
  }
  return kNoNode;
}

}  // namespace ropc::scanner::config
