// The configuration eye on any bytes: the first byte picks the format, the rest is the document.
#include <cstddef>
#include <cstdint>
#include <string>

#include "rules/rule_set.h"
#include "scanner/config/config_detector.h"
#include "scanner/repository.h"

namespace {

using namespace ropc;
using namespace ropc::scanner;

struct NoFiles : Repository {
  std::vector<std::string> none;
  [[nodiscard]] const std::vector<std::string>& files() const override { return none; }
  [[nodiscard]] Result<Document> open(const std::string& path) const override { return fail(ErrorCode::io, "none", path); }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name, const std::string&) const override {
    return name == "A" ? std::optional<std::string>("${B}") : std::nullopt;
  }
};

constexpr const char* kLanguages[] = {"json", "yaml", "xml",        "properties", "dotenv", "ini",    "toml",
                                      "hcl",  "http", "dockerfile", "bruno",      "jupyter", "ini"};

void look(const ConfigDetector& detector, const Document& document, int depth) {
  const Inspection seen = detector.inspect(document, NoFiles());
  for (const Finding& finding : seen.findings)
    if (finding.where.line > document.lines.lines()) __builtin_trap();
  for (const EmbeddedCode& piece : seen.embedded) {
    const Document inner = document_of(piece, document);
    if (depth < kMaxEmbedding && detector.wants(inner)) look(detector, inner, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto rules = rules::load_rules({});
  if (size == 0 || !rules) return 0;
  static const RuleMatcher matcher(*rules);
  static const ConfigDetector detector(matcher);
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Document document{.path = "file", .text = text, .language = kLanguages[data[0] % std::size(kLanguages)], .lines = LineIndex(text)};
  look(detector, document, 0);
  return 0;
}
