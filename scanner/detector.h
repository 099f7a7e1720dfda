#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/coverage.h"
#include "model/diagnostic.h"
#include "model/finding.h"
#include "scanner/document.h"
#include "scanner/embedded.h"
#include "scanner/facts.h"
#include "scanner/repository.h"

namespace ropc::scanner {

/// What an eye still wants to know from the rest of the tree when it has seen a document. The scan only keeps it.
struct OpenQuestions {
  OpenQuestions() = default;
  OpenQuestions(const OpenQuestions&) = default;
  OpenQuestions(OpenQuestions&&) = default;
  OpenQuestions& operator=(const OpenQuestions&) = default;
  OpenQuestions& operator=(OpenQuestions&&) = default;
  virtual ~OpenQuestions() = default;
};

/// A document that asked.
struct Asking {
  std::string path;
  std::shared_ptr<const OpenQuestions> questions;
};

/// What one eye saw in one document.
struct Inspection {
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;
  std::vector<EmbeddedCode> embedded;  ///< pieces in other languages, for the scan to show to the other eyes
  bool inspected = false;  ///< false: the eye could not see the document; the next eye that wants it is asked
  bool shared = false;     ///< the next eye is asked although this one saw it: each sees what the other cannot
  std::vector<Region> sections{};  ///< of a document too long to be seen whole: the scan shows each to the eyes as a document of its own
  std::vector<Region> unseen{};  ///< of an inspected document: where the eye made no sense of it; there the next eye's findings count
  std::optional<UnitCoverage> unit{};  ///< how well it was seen, from an eye for the C family
  std::shared_ptr<const OpenQuestions> asks{};  ///< other documents of the tree may tell more; see Detector::informed
};

class Detector;

/// An eye that has read around in the tree, and the documents in which it may see more than before: those that asked, and
/// others, which the gate may have kept back; sorted. No eye: the one that was asked looks itself.
struct InformedEye {
  std::unique_ptr<Detector> eye;
  std::vector<std::string> paths;
};

/// One eye. One object serves all threads; state that belongs to a document lives in the call.
class Detector {
 public:
  virtual ~Detector() = default;
  /// "ast", "syntax", "config" or "text".
  [[nodiscard]] virtual std::string_view id() const noexcept = 0;
  /// Whether this eye is for documents of this kind. Asked in the order ast, syntax, config, text.
  [[nodiscard]] virtual bool wants(const Document& document) const noexcept = 0;
  [[nodiscard]] virtual Inspection inspect(const Document& document, const Repository& repository) const = 0;
  /// Called once after the first look at a whole tree, with the documents that asked, sorted by path. The eye that comes
  /// back, or else this one, looks at its paths again.
  [[nodiscard]] virtual InformedEye informed(const std::vector<Asking>& asking, const Repository& repository) const;
};

inline InformedEye Detector::informed(const std::vector<Asking>&, const Repository&) const { return {}; }

}  // namespace ropc::scanner
