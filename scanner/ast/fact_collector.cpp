#include "scanner/ast/fact_collector.h"

#include <algorithm>
#include <utility>

#include "common/text.h"
#include "scanner/ast/text_pairs.h"

namespace ropc::scanner::ast {
namespace {

Value known_value(std::string text) {
  Value out;
  out.known = text.find(kHole) == std::string::npos;
  out.text = std::move(text);
  return out;
}

/// A name of the program as the text it stands for: m_grantType, grant_type_, Request::_grantType.
Tracked text_of_name(const std::string& name) {
  Tracked out;
  out.known = true;
  out.text = name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
  out.name = name;
  while (!out.text.empty() && out.text.front() == '_') out.text.erase(0, 1);
  if (out.text.starts_with("m_")) out.text.erase(0, 2);
  return out;
}

/// `"grant_type=" + Grants::kPassword` where the constant's text is not seen: its name stands for it.
void name_hole(const Completion& completion, const TextPair& pair, Tracked& held) {
  for (std::size_t i = 0; i + 1 < completion.parts.size(); ++i) {
    const auto inner = pairs_in(completion.parts[i].text);
    if (!inner.empty() && inner.back().open && inner.back().key == pair.key) held.name = completion.parts[i + 1].name;
  }
}

/// Short words such as "type" are keys of some rule and of much besides.
bool tells_enough(std::string_view text) {
  constexpr std::size_t kShortest = 8;
  return text.size() >= kShortest;
}

}  // namespace

bool part_of_site(const RuleMatcher& rules, std::string_view text) {
  if (!tells_enough(text)) return false;
  if (rules.knows_key(text) || rules.knows_value(text)) return true;
  const auto pairs = pairs_in(text);
  return std::any_of(pairs.begin(), pairs.end(), [&](const TextPair& pair) { return rules.knows_key(pair.key); });
}

void FactCollector::enter_function(std::string name) {
  function_ = std::move(name);
  frame_ = frames_.size();
  frames_.emplace_back();
}

UnitFacts FactCollector::take() {
  std::rotate(frames_.begin(), frames_.begin() + 1, frames_.end());
  return {std::move(frames_), std::move(names_)};
}

void FactCollector::constant(const std::string& name, const Tracked& held) {
  if (held.known && part_of_site(*rules_, held.text)) names_.insert(name);
}

bool FactCollector::is_key(const Tracked& key) const {
  return (key.known && rules_->knows_key(key.text)) || (!key.name.empty() && rules_->knows_key_name(key.name));
}

bool FactCollector::is_value(const Tracked& held) const {
  return (held.known && rules_->knows_value(held.text)) || (!held.name.empty() && rules_->knows_value_name(held.name));
}

void FactCollector::named(const std::string& name, const Tracked& held) {
  if (context_word(name) != ContextWord::none) context(name, held);
  if (held.known && held.text.find("://") != std::string::npos) read_endpoint(frame().context, held.text);
}

void FactCollector::pair(const Tracked& key, const Tracked& held, CXCursor where, std::string_view shape, Role role) {
  if (key.known) context(key.text, held);
  const bool open = frame_ != 0 && calls_.empty() && !held.known && role != Role::compared;
  if (open && is_key(key) && tells_enough(key.text)) names_.insert(function_);
  if (!is_key(key) || !is_value(held)) return;
  if (!calls_.empty() && !key.from_caller && !held.from_caller) return;  // a finding of the function itself
  emit(key, held, where, shape, role);
}

void FactCollector::pair_named(const std::string& name, const Tracked& held, CXCursor where, std::string_view shape,
                               Role role) {
  pair(text_of_name(name), held, where, shape, role);
}

void FactCollector::emit(const Tracked& key, const Tracked& held, CXCursor where, std::string_view shape, Role role) {
  // A fact holds the values alone; who handed them in does not matter any more.
  PairFact fact{static_cast<const Value&>(key), static_cast<const Value&>(held), {}, shape, role};
  if (!calls_.empty()) {
    RelatedPlace sink;
    sink.where = location_of(where);
    sink.message = "The value reaches the request here.";
    fact.value.path.push_back(std::move(sink));
    where = calls_.front();
  }
  const auto region = region_of(where);
  if (!region) return;
  fact.where = *region;
  const auto seen = std::tuple(region->begin, lower(key.text + key.name), lower(held.text + held.name), calls_.empty());
  if (shown_.insert(seen).second) frame().pairs.push_back(std::move(fact));
}

void FactCollector::completed(const Completion& completion) {
  const Tracked& whole = completion.whole;
  if (whole.known && whole.text.find("://") != std::string::npos) read_endpoint(frame().context, whole.text);
  if (!calls_.empty() && !whole.from_caller) return;
  std::set<TextPair> old;
  for (const Tracked& part : completion.parts)
    for (TextPair& pair : pairs_in(part.text)) old.insert(std::move(pair));
  for (const TextPair& found : pairs_in(whole.text)) {
    if (old.contains(found)) continue;
    Tracked key = text_of_name(found.key);
    key.from_caller = whole.from_caller;
    Tracked held;
    static_cast<Value&>(held) = known_value(found.value);
    held.from_caller = whole.from_caller;
    held.path = whole.path;
    if (!held.known) name_hole(completion, found, held);
    pair(key, held, completion.where, "form-string");
  }
}

}  // namespace ropc::scanner::ast
