#include "scanner/self_test.h"

#include <algorithm>
#include <optional>

#include "model/names.h"
#include "scanner/collapse.h"
#include "scanner/context/placeholders.h"
#include "scanner/detectors.h"
#include "scanner/gate/gate.h"
#include "scanner/language.h"
#include "scanner/look.h"
#include "scanner/make_document.h"

namespace ropc::scanner {
namespace {

using rules::Example;
using rules::Rule;

/// A tree that holds nothing but the example itself.
class NoTree : public Repository {
 public:
  [[nodiscard]] const std::vector<std::string>& files() const override { return files_; }
  [[nodiscard]] Result<Document> open(const std::string& path) const override {
    return fail(ErrorCode::io, "is not there", path);
  }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string&, const std::string&) const override {
    return std::nullopt;
  }

 private:
  std::vector<std::string> files_;
};

class RuleTest {
 public:
  RuleTest(const Rule& rule, std::vector<std::string>& faults) : rule_(&rule), faults_(&faults) {
    alone_.rules.push_back(rule);
  }

  void run() {
    auto gate = Gate::compile(alone_);
    if (!gate) {
      faults_->push_back(rule_->path + ": " + gate.error().text());
      return;
    }
    const RuleMatcher matcher(alone_);
    const auto eyes = detectors(matcher);
    const NoTree tree;
    const Looker looker{eyes, *gate, tree, matcher, {}};
    Gate::Scratch scratch(*gate);
    for (const Example& example : rule_->match) expect_found(example, look(example, looker, scratch));
    for (const Example& example : rule_->no_match)
      if (const Finding* finding = loudest(look(example, looker, scratch)); finding != nullptr)
        fault(example, "must not match, but does on line " + std::to_string(finding->where.line));
    for (const Example& example : rule_->known_gaps)
      if (loudest(look(example, looker, scratch)) != nullptr) fault(example, "is a known gap but is found by now: move it to \"match\"");
  }

 private:
  const std::vector<Finding>& look(const Example& example, const Looker& looker, Gate::Scratch& scratch) {
    found_.clear();
    gated_ = looker.gate.passes(example.text, scratch);
    if (!gated_) return found_;
    Document document = make_document(example.file.empty() ? sample_name_of(example.language) : example.file, example.text);
    if (!example.language.empty()) document.language = example.language;
    gated_ = looker.gate.fits(document.language, scratch);
    if (!gated_) return found_;
    document.possible = looker.gate.possible(scratch);
    found_ = look_at(document, looker, scratch).findings;
    collapse(found_, alone_);
    for (Finding& finding : found_) resolve_context(finding, looker.repository);
    return found_;
  }

  /// The first finding that is more than a mention; of a rule for mentions, the first.
  const Finding* loudest(const std::vector<Finding>& findings) const {
    const auto at = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) {
      return f.kind != Kind::mention || rule_->info.kind == Kind::mention;
    });
    return at == findings.end() ? nullptr : &*at;
  }

  void expect_found(const Example& example, const std::vector<Finding>& findings) {
    if (!gated_) return fault(example, "does not pass the gate: none of the rule's atoms is in it");
    const Kind kind = example.kind.value_or(rule_->info.kind);
    const auto fits = [&](const Finding& f) {
      return f.kind == kind && (example.line == 0 || (f.where.line <= example.line && example.line <= f.where.end_line));
    };
    const auto at = std::find_if(findings.begin(), findings.end(), fits);
    if (at == findings.end()) {
      if (findings.empty()) return fault(example, "is not found");
      const Finding& other = findings.front();
      return fault(example, "is not found as " + std::string(name_of(kind)) + " on line " + std::to_string(example.line) + " but as " +
                                std::string(name_of(other.kind)) + " on line " + std::to_string(other.where.line));
    }
    if (example.client_id && at->client_id.value_or("") != *example.client_id)
      fault(example, "names the client \"" + at->client_id.value_or("") + "\", not \"" + *example.client_id + "\"");
  }

  void fault(const Example& example, const std::string& what) {
    faults_->push_back(rule_->path + ":" + std::to_string(example.at_line) + ": the example \"" + example.name + "\" " + what);
  }

  const Rule* rule_;
  std::vector<std::string>* faults_;
  rules::RuleSet alone_;
  std::vector<Finding> found_;
  bool gated_ = false;
};

}  // namespace

std::vector<std::string> self_test(const rules::RuleSet&, const std::vector<const Rule*>& chosen) {
  std::vector<std::string> faults;
  for (const Rule* rule : chosen) RuleTest(*rule, faults).run();
  return faults;
}

std::vector<std::string> self_test(const rules::RuleSet& rules) {
  std::vector<const Rule*> chosen;
  for (const Rule& rule : rules.rules)
    if (rule.status != Rule::Status::retired) chosen.push_back(&rule);
  return self_test(rules, chosen);
}

}  // namespace ropc::scanner
