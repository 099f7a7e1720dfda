#include "scanner/syntax/tree.h"

#include <algorithm>

#include <tree_sitter/api.h>

#include "common/text.h"
#include "scanner/syntax/grammar.h"

namespace ropc::scanner::syntax {
namespace {

constexpr int kMaxNameDepth = 40;
constexpr std::size_t kMaxName = 300;

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// A written name as words between dots: qualifiers of any language become '.', sigils and type arguments go.
std::string normal_name(std::string_view written) {
  std::string out;
  int nested = 0;
  for (std::size_t i = 0; i < written.size() && out.size() < kMaxName; ++i) {
    const char c = written[i];
    if (c == '<' || c == '[') ++nested;
    if (c == '>' && i > 0 && written[i - 1] != '-') nested = std::max(0, nested - 1);
    if (c == ']') nested = std::max(0, nested - 1);
    if (nested > 0) continue;
    if (c == '(' || c == '{') break;
    if (word(c) || (c == '-' && i + 1 < written.size() && word(written[i + 1]) && !out.empty() && out.back() != '.')) {
      out += c;
    } else if ((c == '.' || c == ':' || c == '\\' || c == '>' || c == '/') && !out.empty() && out.back() != '.') {
      if (c != ':' || (i + 1 < written.size() && written[i + 1] == ':')) out += '.';
    } else if (blank(c) && !out.empty() && out.back() != '.') {
      const std::size_t next = written.find_first_not_of(" \t\r\n", i);
      if (next != std::string_view::npos && word(written[next])) out.clear();  // "const Foo", "mut x"
    }
  }
  while (!out.empty() && (out.back() == '.' || out.back() == '-')) out.pop_back();
  return out;
}

}  // namespace

std::string_view Tree::text(NodeId id) const {
  if (id == kNone) return {};
  const Node& node = nodes_[id];
  return text_.substr(node.begin, node.end - node.begin);
}

std::string_view Tree::type(NodeId id) const {
  if (id == kNone) return {};
  const std::uint16_t symbol = nodes_[id].symbol;
  const TSLanguage* grammar = language_->grammar();
  return symbol < ts_language_symbol_count(grammar) ? ts_language_symbol_name(grammar, symbol) : "ERROR";
}

std::string_view Tree::between(NodeId left, NodeId right) const {
  if (left == kNone || right == kNone || nodes_[right].begin < nodes_[left].end) return {};
  std::size_t begin = nodes_[left].end;
  std::size_t end = nodes_[right].begin;
  for (NodeId id = nodes_[left].last; id < right && id < nodes_.size(); ++id) {
    if (nodes_[id].form != Form::comment || nodes_[id].begin < begin) continue;
    if (trim(text_.substr(begin, nodes_[id].begin - begin)).empty()) {
      begin = nodes_[id].end;
    } else {
      end = std::min<std::size_t>(end, nodes_[id].begin);
      break;
    }
  }
  return begin < end ? trim(text_.substr(begin, end - begin)) : std::string_view();
}

NodeId Tree::step(NodeId id, const Selector& way) const {
  if (way.by == Selector::By::itself) return id;
  int position = 0;
  int wanted = way.value;
  NodeId previous = kNone;
  if (way.by == Selector::By::position && wanted < 0) {
    for (NodeId child = nodes_[id].first; child != kNone; child = nodes_[child].next) {
      wanted += nodes_[child].form != Form::comment ? 1 : 0;
    }
    if (wanted < 0) return kNone;
  }
  for (NodeId child = nodes_[id].first; child != kNone; child = nodes_[child].next) {
    if (nodes_[child].form == Form::comment) continue;
    bool hit = false;
    switch (way.by) {
      case Selector::By::field: hit = nodes_[child].field == wanted && wanted != 0; break;
      case Selector::By::type: hit = std::ranges::find(way.symbols, nodes_[child].symbol) != way.symbols.end(); break;
      case Selector::By::after_equals: hit = previous != kNone && between(previous, child) == "="; break;
      default: hit = position == wanted; break;
    }
    if (hit) return child;
    ++position;
    previous = child;
  }
  return kNone;
}

NodeId Tree::slot(NodeId id, int slot) const {
  if (id == kNone || nodes_[id].row == 0) return kNone;
  for (const SelectorPath& path : grammar_->slots[nodes_[id].row - 1U][static_cast<std::size_t>(slot)]) {
    NodeId at = id;
    for (const Selector& way : path) {
      at = step(at, way);
      if (at == kNone) break;
    }
    if (at != kNone) return at;
  }
  return kNone;
}

std::vector<NodeId> Tree::children(NodeId id) const {
  std::vector<NodeId> out;
  if (id == kNone) return out;
  for (NodeId child = nodes_[id].first; child != kNone; child = nodes_[child].next) {
    if (nodes_[child].form != Form::comment) out.push_back(child);
  }
  return out;
}

NodeId Tree::child_by_field(NodeId id, std::string_view field) const {
  if (id == kNone) return kNone;
  for (NodeId child = nodes_[id].first; child != kNone; child = nodes_[child].next) {
    if (in_field(child, field)) return child;
  }
  return kNone;
}

bool Tree::in_field(NodeId id, std::string_view field) const {
  if (id == kNone || nodes_[id].field == 0) return false;
  const char* name = ts_language_field_name_for_id(language_->grammar(), nodes_[id].field);
  return name != nullptr && field == name;
}

NodeId Tree::strip(NodeId id) const {
  for (int depth = 0; id != kNone && depth < 400; ++depth) {
    const Node& node = nodes_[id];
    const bool wraps = node.form == Form::clear || node.form == Form::binary || node.form == Form::sequence ||
                       node.form == Form::argument || node.form == Form::pair;
    if (!wraps) return id;
    NodeId inner = node.form == Form::clear ? slot(id, 0) : kNone;
    if (inner == kNone || inner == id) {
      inner = kNone;
      for (NodeId child = node.first; child != kNone; child = nodes_[child].next) {
        if (nodes_[child].form == Form::comment) continue;
        if (inner != kNone) return id;  // several: it stands for itself
        inner = child;
      }
    }
    if (inner == kNone) return id;
    id = inner;
  }
  return id;
}

NodeId Tree::ancestor(NodeId id, Form form) const {
  for (NodeId at = parent(id); at != kNone; at = parent(at)) {
    if (nodes_[at].form == form) return at;
  }
  return kNone;
}

std::string Tree::name(NodeId id) const {
  const std::string whole = dotted(id);
  const std::size_t dot = whole.rfind('.');
  return dot == std::string::npos ? whole : whole.substr(dot + 1);
}

std::string Tree::dotted(NodeId id) const {
  std::string out;
  append_dotted(id, 0, out);
  return out;
}

void Tree::append_dotted(NodeId id, int depth, std::string& out) const {
  id = strip(id);
  if (id == kNone || depth > kMaxNameDepth || out.size() > kMaxName) return;
  const auto add = [&](NodeId part) {
    std::string more;
    append_dotted(part, depth + 1, more);
    if (!out.empty() && !more.empty()) out += '.';
    out += more;
  };
  switch (nodes_[id].form) {
    case Form::member:
      add(slot(id, 0));
      add(slot(id, 1));
      return;
    case Form::call:
      add(slot(id, 2));
      add(slot(id, 0));
      return;
    case Form::message:
      add(slot(id, 0));
      add(child_by_field(id, "method"));
      return;
    case Form::index:
    case Form::create:
    case Form::unary:
      add(slot(id, 0));
      return;
    case Form::variable:
      if (const NodeId inner = slot(id, 0); inner != kNone && inner != id) return add(inner);
      out += normal_name(text(id));
      return;
    case Form::name:
    case Form::symbol:
      out += normal_name(text(id));
      return;
    case Form::none:  // names of kinds that the table does not list: type names, qualified names
      if (nodes_[id].end - nodes_[id].begin <= kMaxName) out += normal_name(text(id));
      return;
    default:
      return;
  }
}

double Tree::broken() const {
  std::size_t lost = 0;
  for (NodeId id = 0; id < nodes_.size();) {
    if (nodes_[id].form != Form::error) {
      ++id;
      continue;
    }
    // What the parser recovered inside an error is fine; only the pieces that belong to no node are lost.
    std::size_t covered = 0;
    for (NodeId child = nodes_[id].first; child != kNone; child = nodes_[child].next) {
      covered += nodes_[child].form == Form::error ? 0 : nodes_[child].end - nodes_[child].begin;
    }
    lost += (nodes_[id].end - nodes_[id].begin) - std::min<std::size_t>(covered, nodes_[id].end - nodes_[id].begin);
    ++id;
  }
  return text_.empty() ? 0.0 : static_cast<double>(lost) / static_cast<double>(text_.size());
}

}  // namespace ropc::scanner::syntax
