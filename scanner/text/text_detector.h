#pragma once

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

/// The eye for any file: reads code, data and prose as tokens, without a grammar. What no other eye can see, it sees.
class TextDetector : public Detector {
 public:
  /// `rules` must outlive the detector.
  explicit TextDetector(const RuleMatcher& rules) : rules_(&rules) {}
  [[nodiscard]] std::string_view id() const noexcept override { return "text"; }
  [[nodiscard]] bool wants(const Document&) const noexcept override { return true; }
  [[nodiscard]] Inspection inspect(const Document& document, const Repository& repository) const override;

 private:
  const RuleMatcher* rules_;
};

}  // namespace ropc::scanner
