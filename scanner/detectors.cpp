#include "scanner/detectors.h"

#include <filesystem>
#include <system_error>

#ifdef ROPC_WITH_CLANG
#include "scanner/ast/ast_detector.h"
#endif
#include "scanner/config/config_detector.h"
#include "scanner/syntax/syntax_detector.h"
#include "scanner/text/text_detector.h"

namespace ropc::scanner {

std::unique_ptr<Detector> clang_eye([[maybe_unused]] const Repository& repository,
                                    [[maybe_unused]] const std::string& root,
                                    [[maybe_unused]] const ClangWorkers& clang) {
#ifdef ROPC_WITH_CLANG
  std::error_code error;
  const std::string absolute = std::filesystem::canonical(root, error).string();
  if (!clang.program.empty() && !error && std::filesystem::is_directory(absolute, error))
    return std::make_unique<ast::AstDetector>(ast::AstOptions{absolute, clang.program, clang.arguments, {}}, repository);
#endif
  return nullptr;
}

std::vector<std::unique_ptr<Detector>> detectors(const RuleMatcher& rules) {
  std::vector<std::unique_ptr<Detector>> out;
  out.push_back(std::make_unique<SyntaxDetector>(rules));
  out.push_back(std::make_unique<ConfigDetector>(rules));
  out.push_back(std::make_unique<TextDetector>(rules));
  return out;
}

}  // namespace ropc::scanner
