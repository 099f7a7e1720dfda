#include "scanner/match.h"

#include <algorithm>
#include <utility>

#include "common/text.h"
#include "scanner/finding_of.h"
#include "scanner/match_index.h"
#include "scanner/names.h"

namespace ropc::scanner {

using rules::Rule;
using rules::TextMatch;

RuleMatcher::RuleMatcher(const rules::RuleSet& rules) : index_(std::make_unique<Index>(rules)) {}
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;
RuleMatcher& RuleMatcher::operator=(RuleMatcher&&) noexcept = default;
RuleMatcher::~RuleMatcher() = default;

const rules::RuleSet& RuleMatcher::rules() const { return *index_->rules; }
bool RuleMatcher::knows_key(std::string_view key) const { return index_->by_key.contains(folded_name(trim(key))); }
bool RuleMatcher::knows_key_name(std::string_view name) const {
  return index_->by_key_name.contains(std::string(last_part(folded_dotted(name))));
}
bool RuleMatcher::knows_value(std::string_view value) const { return index_->values.contains(folded_name(trim(value))); }
bool RuleMatcher::knows_value_name(std::string_view name) const {
  return index_->value_names.contains(std::string(last_part(folded_dotted(name))));
}
bool RuleMatcher::knows_setting(std::string_view key) const {
  return index_->every_setting || index_->by_setting.contains(folded_name(key));
}
bool RuleMatcher::knows_open_setting(std::string_view key) const { return index_->open_settings.contains(folded_name(key)); }
bool RuleMatcher::knows_call(std::string_view name) const { return index_->by_call.contains(std::string(name)); }

bool RuleMatcher::fits(std::uint32_t rule, const Document& document) const {
  if (!document.possible.empty() && !document.possible[rule]) return false;
  const Rule& r = rules().rules[rule];
  const auto holds = [&](const std::string& literal) {
    return contains_ignoring_case(document.text, literal) || contains_ignoring_case(document.head, literal);
  };
  return rules::is_for(r.languages, document.language) &&
         (r.requires_any.empty() || std::any_of(r.requires_any.begin(), r.requires_any.end(), holds));
}

bool RuleMatcher::asks_code(const Document& document) const {
  const auto of_code = [](const rules::Match& match) {
    return std::holds_alternative<rules::PairMatch>(match) || std::holds_alternative<rules::CallMatch>(match);
  };
  const auto& all = rules().rules;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (std::any_of(all[i].any.begin(), all[i].any.end(), of_code) && fits(i, document)) return true;
  return false;
}

DocumentMatch::DocumentMatch(const RuleMatcher& rules, const Document& document, std::string_view eye)
    : rules_(&rules), document_(&document), eye_(eye), possible_(rules.rules().rules.size(), -1) {}

bool DocumentMatch::possible(std::uint32_t rule) {
  std::int8_t& known = possible_[rule];
  if (known < 0) known = rules_->fits(rule, *document_) ? 1 : 0;
  return known == 1;
}

void DocumentMatch::add(std::uint32_t rule, Region where, Role role, std::string_view construct, Context context,
                        const std::vector<const Value*>& values, const std::vector<RelatedPlace>* onward) {
  if (findings_.size() >= kMaxFindings) return;
  const Rule& matched = rules_->rules().rules[rule];
  const auto& beside = rules_->index_->hard_coded;
  const bool secret = beside && role == Role::live && matched.info.kind == Kind::request && matched.info.level != Level::note &&
                      context.password_from == CredentialSource::literal;
  if (secret) {
    findings_.push_back(finding_of({&rules_->rules().rules[*beside], document_, eye_, where, role, construct, context, {}, nullptr}));
  }
  findings_.push_back(finding_of({&matched, document_, eye_, where, role, construct, std::move(context), values, onward}));
}

void DocumentMatch::pair(const PairFact& fact, const Surroundings& around) {
  const auto& index = *rules_->index_;
  std::vector<std::uint32_t> candidates;
  const auto collect = [&](const Lookup& lookup, const std::string& word) {
    if (const auto at = lookup.find(word); at != lookup.end())
      candidates.insert(candidates.end(), at->second.begin(), at->second.end());
  };
  std::string_view key = trim(fact.key.text);
  if (key.ends_with("[]")) key.remove_suffix(2);
  if (fact.key.known && key.size() < 200) collect(index.by_key, folded_name(key));
  const std::string key_name = folded_dotted(fact.key.name);
  if (!key_name.empty()) collect(index.by_key_name, std::string(last_part(key_name)));
  for (const std::uint32_t id : distinct(std::move(candidates))) {
    const CompiledPair& pair = index.pairs[id];
    const bool key_fits =
        (fact.key.known && pair.keys.contains(folded_name(key))) || any_ends_in(pair.key_names, key_name);
    if (!key_fits || !value_fits(fact.value, pair.values, pair.value_names) || !possible(pair.rule)) continue;
    Role role = fact.role;
    if (pair.match->defined != (role == Role::defined)) continue;
    if (pair.match->defined) role = Role::live;
    if (pair.match->compared) {
      if (role != Role::compared) continue;
      role = Role::live;
    }
    Context context = with_constants(around.context(), rules_->rules().rules[pair.rule]);
    if (pair.match->hard_coded && (role != Role::live || context.password_from != CredentialSource::literal)) continue;
    add(pair.rule, fact.where, role, fact.shape, std::move(context), {&fact.key, &fact.value}, &fact.onward);
  }
}

void DocumentMatch::texts(const std::function<TextFact::In(std::size_t)>& in,
                          const std::function<Context(Region)>& context) {
  std::vector<Regex::Span> spans;
  for (const CompiledText& text : rules_->index_->texts) {
    if (!possible(text.rule)) continue;
    std::size_t from = 0;
    while (text.pattern.find(document_->text, from, spans)) {
      const Regex::Span& place = spans[static_cast<std::size_t>(text.at)].matched() ? spans[static_cast<std::size_t>(text.at)]
                                                                                    : spans[0];
      from = std::max(spans[0].end, spans[0].begin + 1);
      const TextFact::In where = in(place.begin);
      const TextMatch::In wanted = text.match->in;
      if ((wanted == TextMatch::In::code && where != TextFact::In::code) ||
          (wanted == TextMatch::In::strings && where != TextFact::In::string) ||
          (wanted == TextMatch::In::comments && where != TextFact::In::comment))
        continue;
      const Role role =
          where == TextFact::In::comment && wanted != TextMatch::In::comments ? Role::comment : Role::live;
      const Region region{place.begin, place.end};
      add(text.rule, region, role, "text", with_constants(context(region), rules_->rules().rules[text.rule]), {});
    }
  }
}

}  // namespace ropc::scanner
