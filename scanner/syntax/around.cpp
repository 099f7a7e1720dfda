#include "scanner/syntax/around.h"

#include <algorithm>

#include "common/redact.h"
#include "common/text.h"
#include "scanner/context_words.h"
#include "scanner/finding_of.h"
#include "scanner/syntax/known_calls.h"
#include "scanner/syntax/text_pairs.h"

namespace ropc::scanner::syntax {
namespace {

constexpr std::size_t kMaxEntries = 3'000;
constexpr std::size_t kMaxAsked = 120;

bool speaks(std::string_view name) {
  return !name.empty() && name.size() < 80 && context_word(name) != ContextWord::none;
}

bool url_like(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.find("/token") != std::string_view::npos || text.find("/realms/") != std::string_view::npos;
}

}  // namespace

Value to_value(const Meaning& meaning, const Tree& tree, const Document& document) {
  Value out;
  out.known = meaning.known;
  out.text = meaning.text;
  out.name = meaning.name;
  out.source = meaning.source;
  for (const NodeId id : meaning.through) {
    if (id == kNone || id >= tree.size()) continue;
    const Node& node = tree.at(id);
    // The definition's head, not the body of a function.
    const Region region{node.begin, std::min<std::size_t>(node.end, node.begin + 200)};
    RelatedPlace place;
    place.where = location_of(document, region);
    place.message = "the value is defined here";
    place.excerpt = redact(line_text(document.text, document.lines, place.where.line));
    if (std::ranges::find(out.path, place) == out.path.end()) out.path.push_back(std::move(place));
  }
  out.path.insert(out.path.end(), meaning.foreign.begin(), meaning.foreign.end());
  return out;
}

void FileContext::add(std::string name, NodeId node, NodeId value) const {
  if (entries_.size() < kMaxEntries && value != kNone && speaks(name)) entries_.push_back({std::move(name), node, value, std::nullopt});
}

void FileContext::collect() const {
  if (collected_) return;
  collected_ = true;
  const Tree& tree = values_.tree();
  for (NodeId id = 0; id < tree.size() && entries_.size() < kMaxEntries; ++id) collect_node(id);
}

void FileContext::collect_node(NodeId id) const {
  const Tree& tree = values_.tree();
  switch (tree.form(id)) {
    case Form::pair:
    case Form::argument:
    case Form::declare:
    case Form::parameter: {
      const NodeId key = tree.slot(id, 0);
      NodeId value = tree.slot(id, 1);
      const NodeId next = tree.at(id).next;
      if (value == kNone && tree.form(id) == Form::parameter && next != kNone && tree.between(id, next) == "=") value = next;
      if (key != kNone && value == kNone && tree.form(id) == Form::parameter) {
        Meaning given;
        given.source = CredentialSource::parameter;
        if (entries_.size() < kMaxEntries && speaks(tree.name(key))) entries_.push_back({tree.name(key), id, kNone, std::move(given)});
        return;
      }
      if (key == kNone || value == kNone || key == value) return;
      const Form form = tree.form(tree.strip(key));
      const std::string name = form == Form::string || form == Form::joined ? values_.first(key).text : tree.name(key);
      add(name, id, value);
      return;
    }
    case Form::assign: {
      const NodeId target = tree.strip(tree.slot(id, 0));
      const NodeId key = tree.form(target) == Form::index ? tree.slot(target, 1) : target;
      add(tree.form(target) == Form::index ? values_.first(key).text : tree.name(key), id, tree.slot(id, 1));
      return;
    }
    case Form::map:
    case Form::arguments: {
      const auto children = tree.children(id);
      for (std::size_t i = 0; i + 1 < children.size(); ++i) {
        const std::string_view sign = tree.between(children[i], children[i + 1]);
        if (sign != "=>" && sign != ":" && sign != "=") continue;
        const Form form = tree.form(tree.strip(children[i]));
        add(form == Form::string ? values_.first(children[i]).text : tree.name(children[i]), children[i], children[i + 1]);
      }
      return;
    }
    case Form::list: {
      const auto children = tree.children(id);
      if (children.size() == 2) add(values_.first(children[0]).text, id, children[1]);
      return;
    }
    case Form::binary:
      if (operation_of(tree.language(), tree.between(tree.slot(id, 0), tree.slot(id, 1))) == Operation::pair) {
        const NodeId key = tree.slot(id, 0);
        add(tree.form(tree.strip(key)) == Form::string ? values_.first(key).text : tree.name(key), id, tree.slot(id, 1));
        return;
      }
      return collect_text(id);
    case Form::call:
    case Form::create:
    case Form::message:
    case Form::command:
      return collect_call(id);
    case Form::string:
    case Form::joined:
    case Form::heredoc:
      return collect_text(id);
    case Form::symbol:
      if (tree.text(id).find('=') != std::string_view::npos || url_like(tree.text(id))) collect_text(id);
      return;
    default:
      return;
  }
}

void FileContext::collect_call(NodeId id) const {
  const Tree& tree = values_.tree();
  const auto arguments = arguments_of(tree, id);
  if (arguments.empty()) return;
  std::string name = tree.name(tree.form(id) == Form::message ? tree.child_by_field(id, "method") : tree.slot(id, 0));
  if (arguments.size() == 1 && arguments[0].name.empty()) {
    for (const std::string_view prefix : {"set", "with"}) {
      if (!speaks(name) && name.size() > prefix.size() && name.starts_with(prefix)) name.erase(0, prefix.size());
    }
    add(name, id, arguments[0].value);
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const ArgumentNode& one = arguments[i];
    if (!one.name.empty() && one.value != kNone && tree.form(one.node) != Form::argument && tree.form(one.node) != Form::pair) {
      add(one.name, one.node, one.value);
    }
    if (i + 1 >= arguments.size() || !one.name.empty()) continue;
    const bool message = tree.form(id) == Form::message || tree.form(id) == Form::command;
    if (!message && !arguments[i + 1].name.empty()) continue;  // Field("password", alias="…") is no key and its value
    const Form form = tree.form(one.value);
    if (form != Form::string && form != Form::symbol && form != Form::name && form != Form::member) continue;
    if (form == Form::name || form == Form::member) {
      if (const std::string constant = tree.name(one.value); speaks(constant)) {
        const Meaning key = values_.first(one.value);
        if (key.known && speaks(key.text)) add(key.text, id, arguments[i + 1].value);
      }
      continue;
    }
    add(values_.first(one.value).text, id, arguments[i + 1].value);
  }
}

void FileContext::collect_text(NodeId id) const {
  const Tree& tree = values_.tree();
  const std::string_view written = tree.text(id);
  if (written.find('=') == std::string_view::npos && written.find(':') == std::string_view::npos && !url_like(written)) return;
  Meaning whole = values_.first(id);
  if (whole.text.empty()) return;
  for (const TextPair& pair : pairs_in(whole.text, [](std::string_view key) { return speaks(key); })) {
    if (entries_.size() >= kMaxEntries) return;
    if (pair.value == pair.value_end) continue;  // "&password=" says nothing; what is put behind it does
    Meaning value;
    value.text = whole.text.substr(pair.value, pair.value_end - pair.value);
    value.known = value.text.find(kUnknown) == std::string::npos;
    value.source = value.known ? CredentialSource::literal : CredentialSource::unknown;
    for (const Gap& gap : whole.gaps) {
      if (gap.text >= pair.value && gap.text < pair.value_end) {
        value.name = gap.name;
        value.source = gap.source;
      }
    }
    entries_.push_back({whole.text.substr(pair.key, pair.key_end - pair.key), id, kNone, std::move(value)});
  }
  if (url_like(whole.text)) {
    const std::size_t begin = whole.text.find("http");
    if (begin != std::string::npos && begin > 0) {
      whole.text = whole.text.substr(begin);
      whole.text = whole.text.substr(0, whole.text.find_first_of(" '\"\n"));
    }
    entries_.push_back({"url", id, kNone, std::move(whole)});
  }
}

void FileContext::put_entry(Context& out, const Entry& entry) const {
  const Tree& tree = values_.tree();
  const Meaning meaning = entry.text ? *entry.text : values_.first(entry.value);
  put_context(out, entry.name, to_value(meaning, tree, document_));
}

void FileContext::put_within(Context& out, NodeId scope, NodeId node, bool directly) const {
  const Tree& tree = values_.tree();
  std::vector<const Entry*> found;
  for (const Entry& entry : entries_) {
    if (!tree.within(entry.node, scope)) continue;
    if (directly && values_.definitions().scope_of(entry.node) != scope) continue;
    found.push_back(&entry);
  }
  const std::uint32_t at = tree.at(node).begin;
  const auto distance = [&](const Entry* entry) {
    const std::uint32_t there = tree.at(entry->node).begin;
    return there > at ? there - at : at - there;
  };
  std::ranges::stable_sort(found, {}, distance);
  if (found.size() > kMaxAsked) found.resize(kMaxAsked);
  for (const Entry* entry : found) put_entry(out, *entry);
}

/// A client that was made elsewhere in the file with its id and server.
void FileContext::put_receiver(Context& out, NodeId node) const {
  const Tree& tree = values_.tree();
  NodeId receiver = tree.slot(node, 2);
  const NodeId named = tree.strip(tree.slot(node, 0));
  if (receiver == kNone && tree.form(named) == Form::member) receiver = tree.slot(named, 0);
  for (int hops = 0; hops < 4 && receiver != kNone; ++hops) {
    receiver = tree.strip(receiver);
    if (tree.form(receiver) == Form::call || tree.form(receiver) == Form::create) {
      put_within(out, receiver, receiver, false);
      return;
    }
    const bool own = tree.form(receiver) == Form::member && is_self(tree, tree.slot(receiver, 0));
    const auto found = own || tree.text(receiver).starts_with('@') ? values_.definitions().own_members(tree.name(receiver), node)
                                                                   : values_.definitions().visible(tree.name(receiver), node);
    receiver = found.empty() ? kNone : found.front()->value;
  }
}

Context FileContext::around(NodeId node) const {
  collect();
  const Tree& tree = values_.tree();
  Context out;
  // The same object, list or argument list.
  NodeId at = node;
  for (int levels = 0; levels < 3 && at != kNone;) {
    const Form form = tree.form(at);
    if (form == Form::function || form == Form::type) break;
    if (form == Form::map || form == Form::arguments || form == Form::list || form == Form::create || form == Form::call ||
        form == Form::command || form == Form::string || form == Form::binary || form == Form::joined) {
      put_within(out, at, node, false);
      if (form == Form::call || form == Form::message) put_receiver(out, at);
      levels += form == Form::binary || form == Form::arguments ? 0 : 1;
    }
    at = tree.parent(at);
  }
  // The function, the type, the file: what stands directly in them.
  for (NodeId scope = values_.definitions().scope_of(node);; scope = values_.definitions().scope_of(scope)) {
    put_within(out, scope, node, scope != 0 && tree.form(scope) == Form::type);
    if (scope == 0) break;
  }
  return out;
}

}  // namespace ropc::scanner::syntax
