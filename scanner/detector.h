#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "model/finding.h"
#include "scanner/document.h"
#include "scanner/embedded.h"
#include "scanner/repository.h"

namespace ropc::scanner {

/// What one eye saw in one document.
struct Inspection {
  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;
  std::vector<EmbeddedCode> embedded;  ///< pieces in other languages, for the scan to show to the other eyes
  bool inspected = false;  ///< false: the eye could not see the document; the next eye that wants it is asked
  bool shared = false;     ///< the next eye is asked although this one saw it: each sees what the other cannot
  bool asks = false;       ///< other documents of the tree may tell more; see Detector::informed
};

class Detector;

/// An eye that has read around in the tree, and the documents in which it may see more than before: those that asked, and
/// others, which the gate may have kept back; sorted. No eye: nothing is seen anew.
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
  /// Called once after the first look at a whole tree, with the paths (sorted) of the documents that asked. The eye that
  /// comes back looks at its paths again, in place of this one.
  [[nodiscard]] virtual InformedEye informed(const std::vector<std::string>& asking, const Repository& repository) const;
};

inline InformedEye Detector::informed(const std::vector<std::string>&, const Repository&) const { return {}; }

}  // namespace ropc::scanner
