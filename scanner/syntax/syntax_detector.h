#pragma once

#include <memory>

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

namespace syntax {
class TreeIndex;
}

/// The eye that sees code by its syntax trees, in every language that there is a grammar for. Immutable; the matcher
/// must outlive it.
class SyntaxDetector : public Detector {
 public:
  /// `index`: what the tree says about the names that its documents asked for; none on the first look.
  explicit SyntaxDetector(const RuleMatcher& rules, std::shared_ptr<const syntax::TreeIndex> index = nullptr)
      : rules_(&rules), index_(std::move(index)) {}
  [[nodiscard]] std::string_view id() const noexcept override { return "syntax"; }
  [[nodiscard]] bool wants(const Document& document) const noexcept override;
  [[nodiscard]] Inspection inspect(const Document& document, const Repository& repository) const override;

  [[nodiscard]] InformedEye informed(const std::vector<Asking>& asking, const Repository& repository) const override;

 private:
  const RuleMatcher* rules_;
  std::shared_ptr<const syntax::TreeIndex> index_;
};

}  // namespace ropc::scanner
