#include "scanner/config/feeder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"
#include "scanner/config/pieces.h"
#include "scanner/config/surroundings.h"

namespace ropc::scanner::config {
namespace {

constexpr std::size_t kMaxExpansions = 50'000;  ///< nodes seen again through aliases
constexpr int kMaxWalk = 400;
constexpr std::size_t kMaxPairs = 400;          ///< of one string, that context is read from
constexpr std::size_t kMaxPieces = 20'000;

/// Keys whose text is prose.
constexpr auto kProse = std::to_array<std::string_view>({"description", "summary", "title", "notes", "note", "doc", "docs",
                                                         "comment", "comments", "help", "message", "label", "markdown",
                                                         "changelog", "readme", "documentation", "tooltip", "hint"});
/// Keys whose text asks instead of setting.
constexpr auto kConditions = std::to_array<std::string_view>({"condition", "conditions", "if", "when", "unless", "assert", "expression",
                                                              "match", "filter", "predicate", "rule", "only_if"});

/// Maps whose values name what is measured or shown.
constexpr auto kLabels = std::to_array<std::string_view>({"labels", "legend", "matchLabels"});
/// Claims of a token and of what introspection answers: two of them beside a grant type and it is a token's story.
constexpr auto kClaims = std::to_array<std::string_view>({"iat", "exp", "jti", "iss", "aud", "azp", "token_type", "active"});
constexpr int kMaxSiblings = 100;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view key) {
  return std::any_of(words.begin(), words.end(), [key](std::string_view word) { return same_folded(word, key); });
}

Value plain(std::string_view text) {
  Value out;
  out.known = true;
  out.text = text;
  return out;
}

/// The last part of a dotted name.
std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

bool is_option(std::string_view text) { return text.size() > 2 && text.starts_with('-') && text.find_first_of("= \n") == std::string_view::npos; }

std::string_view without_dashes(std::string_view text) {
  while (text.starts_with('-')) text.remove_prefix(1);
  return text;
}

/// The URL that holds a query pair, without its query; empty when the pairs are no query.
std::string_view base_of(std::string_view text, const StringPair& pair) {
  if (!pair.query) return {};
  const std::size_t mark = text.rfind('?', pair.begin);
  if (mark == std::string_view::npos) return {};
  const std::size_t begin = text.find_last_of(" \t\n\"'`(", mark);
  return text.substr(begin == std::string_view::npos ? 0 : begin + 1, mark - (begin == std::string_view::npos ? 0 : begin + 1));
}

/// Words before a name's last words that turn its sense.
bool turns_sense(std::string_view before) {
  const std::string folded = folded_name(before);
  return folded.ends_with("supported") || folded.ends_with("unsupported") || folded.ends_with("invalid") ||
         folded.ends_with("disabled") || folded.ends_with("forbidden");
}

}  // namespace

void Feeder::feed(const std::vector<Region>& comments) {
  for (NodeId d = tree_.at(kRoot).first; d != kNoNode; d = tree_.at(d).next) children(d, 0, false);
  for (const Region& region : comments) comment(region);
}

bool Feeder::wanted(std::string_view key) const { return open_settings_ != 0 || rules_.knows_setting(last_part(key)); }

/// The part of a key that a rule knows: all of it, what stands behind its last dot, or the last words of a variable's
/// name (KEYCLOAK_GRANT_TYPE); empty: none. One short word at the end of a name says too little.
std::string_view Feeder::known_key(std::string_view key) const {
  constexpr std::size_t kTelling = 9;
  if (rules_.knows_key(key)) return key;
  key = last_part(key);
  if (rules_.knows_key(key)) return key;
  if (key.size() > 100) return {};
  for (std::size_t cut = key.find_first_of("_-"); cut != std::string_view::npos; cut = key.find_first_of("_-", cut + 1)) {
    const std::string_view words = key.substr(cut + 1);
    if (words.size() < kTelling && words.find_first_of("_-") == std::string_view::npos) return {};
    if (rules_.knows_key(words)) return turns_sense(key.substr(0, cut)) ? std::string_view() : words;
  }
  return {};
}

/// Whether a key and its value only describe: an output of Terraform, a label, a claim of a token.
bool Feeder::describes(NodeId id) const {
  if (view_.format() == Format::hcl && !path_.empty() && path_.front() == "output") return true;
  const NodeId parent = tree_.at(id).parent;
  if (is_one_of(kLabels, tree_.key(parent))) return true;
  int claims = 0;
  int seen = 0;
  for (NodeId c = tree_.at(parent).first; c != kNoNode && seen < kMaxSiblings; c = tree_.at(c).next, ++seen)
    claims += is_one_of(kClaims, tree_.key(c)) ? 1 : 0;
  return claims > 1;
}

/// The key of a value; of a list's item, the list's.
std::string_view Feeder::name_of(NodeId id) const {
  for (int up = 0; up < 4 && id != kNoNode && id != kRoot; ++up, id = tree_.at(id).parent)
    if (!tree_.key(id).empty()) return tree_.key(id);
  return {};
}

void Feeder::children(NodeId id, int depth, bool aliased) {
  for (NodeId c = tree_.at(tree_.target(id)).first; c != kNoNode; c = tree_.at(c).next) walk(c, depth, aliased);
}

void Feeder::walk(NodeId id, int depth, bool aliased) {
  if (depth > kMaxWalk || (aliased && ++expansions_ > kMaxExpansions)) return;
  const bool item = tree_.at(tree_.at(id).parent).type == NodeType::list;
  const bool merge = tree_.key(id) == "<<";
  if (!merge) path_.push_back(item ? "[]" : std::string(tree_.key(id)));
  const bool opens = !item && rules_.knows_open_setting(last_part(tree_.key(id)));
  open_settings_ += opens ? 1 : 0;
  const NodeId target = tree_.target(id);
  const bool piece = !aliased && pieces_.size() < kMaxPieces && target == id;
  std::optional<EmbeddedCode> taken = piece ? piece_of(view_, id) : std::nullopt;
  if (tree_.has_value(target)) scalar(target);
  if (taken)
    pieces_.push_back(std::move(*taken));
  else if (tree_.has_value(target))
    strings(target);
  if (tree_.at(target).type == NodeType::map) {
    if (!tree_.has_value(target) && wanted(name_of(id))) setting(path_, id, target, Role::live);
    entry(target);
  }
  if (!taken) children(id, depth + 1, aliased || target != id);
  open_settings_ -= opens ? 1 : 0;
  if (!merge) path_.pop_back();
}

void Feeder::setting(const std::vector<std::string>& path, NodeId id, NodeId value, Role role) {
  if (view_.is_blank(value)) return;
  SettingFact fact;
  fact.path = path;
  fact.value = view_.value(value);
  fact.where = {std::min(tree_.at(id).begin, tree_.at(value).begin), std::max(tree_.at(id).end, tree_.at(value).end)};
  fact.format = rule_word(view_.format());
  fact.role = role;
  match_.setting(fact, NodeSurroundings(view_, id));
}

void Feeder::scalar(NodeId id) {
  const std::string_view key = name_of(id);
  if (wanted(key)) setting(path_, id, id, Role::live);
  const std::string_view known = known_key(key);
  if (known.empty()) return;
  const NodeId parent = tree_.at(id).parent;
  const bool item = tree_.at(parent).type == NodeType::list;
  PairFact fact;
  fact.key = plain(known);
  fact.value = view_.value(id);
  fact.where = tree_.where(id);
  fact.shape = "dictionary";
  if (describes(id)) fact.role = Role::declared;
  if (item && tree_.at(parent).first != tree_.at(parent).last) fact.role = Role::compared;  // a list of what may come
  match_.pair(fact, NodeSurroundings(view_, id));
}

void Feeder::entry(NodeId map) {
  const auto found = entry_of(tree_, map);
  if (!found) return;
  const Value key = view_.value(found->key);
  if (!key.known || key.text.empty() || key.text.size() > 200) return;
  const bool off = found->off || (view_.format() == Format::xml && switched_off(tree_, map));
  const Role role = off || found->sample ? Role::declared : Role::live;
  if (wanted(key.text)) {
    std::vector<std::string> path(path_.begin(), path_.end() - 1);
    path.push_back(key.text);
    setting(path, map, found->value, role);
  }
  const std::string_view known = known_key(key.text);
  if (known.empty()) return;
  PairFact fact;
  fact.key = key;
  fact.key.text = std::string(known);
  fact.value = view_.value(found->value);
  const Region a = tree_.where(found->key);
  const Region b = tree_.where(found->value);
  fact.where = {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  fact.shape = "dictionary";
  fact.role = role;
  match_.pair(fact, NodeSurroundings(view_, found->value == map ? map : found->key));
}

/// `- --grant-type` followed by `- password`.
void Feeder::option(NodeId item) {
  const NodeId next = tree_.at(item).next;
  if (next == kNoNode || !tree_.has_value(next) || !is_option(tree_.value(item)) || is_option(tree_.value(next))) return;
  const std::string_view key = without_dashes(tree_.value(item));
  if (wanted(key)) {
    std::vector<std::string> path(path_.begin(), path_.end() - 1);
    path.emplace_back(key);
    setting(path, item, next, Role::live);
  }
  const std::string_view known = known_key(key);
  if (known.empty()) return;
  PairFact fact;
  fact.key = plain(known);
  fact.value = view_.value(next);
  fact.where = {tree_.at(item).begin, tree_.at(next).end};
  fact.shape = "arguments";
  match_.pair(fact, NodeSurroundings(view_, item));
}

void Feeder::strings(NodeId id) {
  const std::string_view text = tree_.value(id);
  if (tree_.at(tree_.at(id).parent).type == NodeType::list) option(id);
  if (text.size() < 5 || text.find_first_of("=%") == std::string_view::npos) return;
  const std::vector<StringPair> all = string_pairs(text);
  std::size_t seen = 0;
  for (const StringPair& pair : all) string_pair(id, pair, all, seen);
}

/// Where a pair of a string stands in the document: escapes and folded lines leave the key as it is, so that it is
/// found again; `seen` is how far the value was searched.
Region Feeder::region_of(NodeId id, const StringPair& pair, std::size_t& seen) const {
  const Node& node = tree_.at(id);
  if (!node.value.pooled) return {node.value.begin + pair.begin, node.value.begin + pair.end};
  const std::string_view raw = tree_.document().substr(0, std::max(node.end, node.value_at));
  const std::size_t at = raw.find(pair.key, std::max<std::size_t>(seen, node.value_at));
  if (at == std::string_view::npos) return tree_.where(id);
  seen = at + pair.key.size();
  return {at, seen};
}

void Feeder::string_pair(NodeId id, const StringPair& pair, const std::vector<StringPair>& all, std::size_t& seen) {
  const std::string_view text = tree_.value(id);
  const std::string_view key = known_key(pair.key);
  const bool assignment = pair.begin <= 2 && text.find_first_of(" \n&") == std::string_view::npos;
  const bool asked = assignment && tree_.at(tree_.at(id).parent).type == NodeType::list && wanted(pair.key);
  const bool known = !key.empty();
  if (!asked && !known) return;
  StringSurroundings::Pairs beside;
  for (std::size_t i = 0; i < std::min(all.size(), kMaxPairs); ++i)
    beside.emplace_back(all[i].key, view_.resolved(all[i].value, id));
  const Value base = view_.resolved(base_of(text, pair), id);
  const StringSurroundings around(view_, id, beside, base.text);
  const std::string_view name = name_of(id);
  PairFact fact;
  fact.key = plain(key);
  fact.value = view_.resolved(pair.value, id);
  fact.where = region_of(id, pair, seen);
  fact.shape = pair.query ? "query-string" : assignment ? "assignment" : "form-string";
  if (pair.compared || is_one_of(kConditions, name))
    fact.role = Role::compared;
  else if (is_one_of(kProse, name))
    fact.role = Role::comment;
  if (known) match_.pair(fact, around);
  if (!asked) return;
  SettingFact set;
  set.path.assign(path_.begin(), path_.end() - 1);
  set.path.push_back(pair.key);
  set.value = fact.value;
  set.where = fact.where;
  set.format = rule_word(view_.format());
  match_.setting(set, around);
}

/// Values that are commented out.
void Feeder::comment(Region region) {
  const std::string_view text = tree_.document().substr(region.begin, region.end - region.begin);
  std::vector<StringPair> pairs = string_pairs(text);
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    StringPair pair;
    const std::size_t from = text.find_first_not_of("#/;!*- \t", 0);
    if (from < colon) {
      const std::string_view value = trim(text.substr(colon + 1));
      pair.key = trim(text.substr(from, colon - from));
      pair.value = value.substr(0, std::min(value.find_first_of(" #,"), value.size()));
      pair.begin = from;
      pair.end = text.size();
      pairs.push_back(std::move(pair));
    }
  }
  for (const StringPair& pair : pairs) {
    std::string_view value = pair.value;
    while (value.size() > 1 && (value.front() == '"' || value.front() == '\'')) value = value.substr(1, value.size() - 2);
    std::string_view key = pair.key;
    while (key.size() > 1 && (key.front() == '"' || key.front() == '\'')) key = key.substr(1, key.size() - 2);
    if (!rules_.knows_key(key)) continue;
    PairFact fact;
    fact.key = plain(key);
    fact.value = plain(value);
    fact.where = {region.begin + pair.begin, region.begin + pair.end};
    fact.shape = "comment";
    fact.role = Role::comment;
    match_.pair(fact, NodeSurroundings(view_, kRoot));
  }
}

}  // namespace ropc::scanner::config
