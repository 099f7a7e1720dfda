#pragma once

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

/// The eye that sees code by its syntax trees, in every language that there is a grammar for. Immutable; the matcher
/// must outlive it.
class SyntaxDetector : public Detector {
 public:
  explicit SyntaxDetector(const RuleMatcher& rules) : rules_(&rules) {}
  [[nodiscard]] std::string_view id() const noexcept override { return "syntax"; }
  [[nodiscard]] bool wants(const Document& document) const noexcept override;
  [[nodiscard]] Inspection inspect(const Document& document, const Repository& repository) const override;

 private:
  const RuleMatcher* rules_;
};

}  // namespace ropc::scanner
