// The eyes of the scanner, with all rules: the first line is the path, the rest the document. Findings stand inside
// the document, and a second look says the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"
#include "scanner/detectors.h"
#include "scanner/make_document.h"
#include "scanner/match.h"
#include "scanner/repository.h"

namespace {

using namespace ropc;
using namespace ropc::scanner;

/// A tree that holds nothing else.
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

struct Eyes {
  Eyes() : rules(rules::load_rules({}).value()), matcher(rules), all(detectors(matcher)) {}
  rules::RuleSet rules;
  RuleMatcher matcher;
  std::vector<std::unique_ptr<Detector>> all;
};

void look(const Detector& eye, const Document& document) {
  const NoTree tree;
  const Inspection first = eye.inspect(document, tree);
  for (const Finding& finding : first.findings)
    if (finding.where.line > document.lines.lines()) std::abort();
  if (eye.inspect(document, tree).findings.size() != first.findings.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Eyes eyes;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos) return 0;
  const Document document = make_document(std::string(text.substr(0, line)), std::string(text.substr(line + 1)));
  for (const auto& eye : eyes.all)
    if (eye->wants(document)) look(*eye, document);
  return 0;
}
