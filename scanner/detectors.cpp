#include "scanner/detectors.h"

#include <filesystem>
#include <system_error>

#include "scanner/ast/ast_detector.h"
#include "scanner/config/config_detector.h"
#include "scanner/syntax/syntax_detector.h"
#include "scanner/text/text_detector.h"

namespace ropc::scanner {

std::unique_ptr<Detector> clang_eye(const RuleMatcher& rules, const Repository& repository, const std::string& root, const ClangWorkers& clang) {
  std::error_code error;
  const std::string absolute = std::filesystem::canonical(root, error).string();
  if (!clang.program.empty() && !error && std::filesystem::is_directory(absolute, error))
    return std::make_unique<ast::AstDetector>(rules, ast::AstOptions{absolute, clang.program, clang.rule_folders, {}}, repository);
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
