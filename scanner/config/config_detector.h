#pragma once

#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner {

/// The configuration eye: documents of keys and values (JSON, YAML, XML, properties, .env, INI, TOML, HCL, directive
/// files, Dockerfiles, notebooks, requests of REST clients) as trees with places. A document that cannot be read to its
/// end is left to the next eye (Inspection::inspected is false), with a diagnostic.
class ConfigDetector : public Detector {
 public:
  /// `rules` must outlive the detector.
  explicit ConfigDetector(const RuleMatcher& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view id() const noexcept override { return "config"; }
  [[nodiscard]] bool wants(const Document& document) const noexcept override;
  [[nodiscard]] Inspection inspect(const Document& document, const Repository& repository) const override;

 private:
  const RuleMatcher& rules_;
};

}  // namespace ropc::scanner
