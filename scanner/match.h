#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/regex.h"
#include "model/finding.h"
#include "rules/rule_set.h"
#include "scanner/document.h"
#include "scanner/facts.h"

namespace ropc::scanner {

/// The rules, made ready to be asked by every eye: look-ups by folded name, so that a fact that no rule wants costs one
/// look-up. Immutable; one object serves all threads. The rule set must outlive it.
class RuleMatcher {
 public:
  explicit RuleMatcher(const rules::RuleSet& rules);
  RuleMatcher(RuleMatcher&&) noexcept;
  RuleMatcher& operator=(RuleMatcher&&) noexcept;
  ~RuleMatcher();

  /// Whether any `pair` rule has this key ("grant_type", any spelling) or this identifier for it
  /// ("OAuth2ParameterNames.GRANT_TYPE", dotted with '.', '::', '->', '\\' or '/').
  [[nodiscard]] bool knows_key(std::string_view key) const;
  [[nodiscard]] bool knows_key_name(std::string_view name) const;
  /// Whether any `pair` rule has this value or this identifier for it.
  [[nodiscard]] bool knows_value(std::string_view value) const;
  [[nodiscard]] bool knows_value_name(std::string_view name) const;
  /// Whether any `setting` rule asks for a path that ends in this key (any spelling), or for what stands anywhere below
  /// such a key ("**.grants.**").
  [[nodiscard]] bool knows_setting(std::string_view key) const;
  [[nodiscard]] bool knows_open_setting(std::string_view key) const;
  /// Whether any `call` rule has a call of this last name (exactly).
  [[nodiscard]] bool knows_call(std::string_view name) const;

  [[nodiscard]] const rules::RuleSet& rules() const;

  /// Whether a rule is for this document: for its language, with what the rule needs in its text and what its atoms are
  /// (Document::possible, where the gate has looked).
  [[nodiscard]] bool fits(std::uint32_t rule, const Document& document) const;
  /// Whether a `pair` or `call` rule is for this document: what stands in it by itself may be a site. The gate also lets
  /// files through for rules that ask names and comments, or documents of other kinds.
  [[nodiscard]] bool asks_code(const Document& document) const;

 private:
  friend class DocumentMatch;
  struct Index;
  std::unique_ptr<const Index> index_;
};

/// What one eye shows of one document, turned into findings. Lives as long as the look at the document.
class DocumentMatch {
 public:
  /// `eye` is a literal: "text", "config", "syntax", "ast".
  DocumentMatch(const RuleMatcher& rules, const Document& document, std::string_view eye);

  /// What the document imports, where the eye knows; without it the text is searched for what rules ask.
  void set_imports(std::vector<std::string> imports) { imports_ = std::move(imports); }

  void pair(const PairFact& fact, const Surroundings& around);
  void call(const CallFact& fact, const Surroundings& around);
  void setting(const SettingFact& fact, const Surroundings& around);

  /// Runs the `text` rules over the whole document. `in` tells what the bytes from an offset on are, `context` what
  /// surrounds a match.
  void texts(const std::function<TextFact::In(std::size_t)>& in, const std::function<Context(Region)>& context);

  /// More findings than this of one document are not made: it is data or an attack, and the scan says so.
  static constexpr std::size_t kMaxFindings = 2000;

  /// Everything found, in the order shown.
  [[nodiscard]] std::vector<Finding> take() { return std::move(findings_); }

 private:
  [[nodiscard]] bool possible(std::uint32_t rule);
  [[nodiscard]] bool imported(const rules::CallMatch& match) const;
  [[nodiscard]] bool receiver_fits(const rules::CallMatch& match, const CallFact& fact) const;
  void add(std::uint32_t rule, Region where, Role role, std::string_view construct, Context context,
           const std::vector<const Value*>& values, const std::vector<RelatedPlace>* onward = nullptr);

  const RuleMatcher* rules_;
  const Document* document_;
  std::string_view eye_;
  std::vector<std::string> imports_;
  std::vector<std::int8_t> possible_;  ///< by rule: -1 not asked yet, 0 no, 1 yes
  std::vector<Finding> findings_;
};

}  // namespace ropc::scanner
