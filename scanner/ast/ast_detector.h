#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scanner/ast/compile_flags.h"
#include "scanner/ast/worker.h"
#include "scanner/detector.h"

namespace ropc::scanner::ast {

struct AstOptions {
  std::string root;                          ///< absolute path of the tree
  std::string program;                       ///< the ropc-audit executable that becomes the workers
  std::vector<std::string> worker_arguments; ///< e.g. the --rules of this run
  WorkerLimits limits;
};

/// The Clang eye: C, C++ and Objective-C by their real syntax tree. What it sees adds to what the syntax eye sees of
/// the same file; for one site its finding wins (scanner/collapse.h).
class AstDetector final : public Detector {
 public:
  /// Reads the tree's compile databases (compile_commands.json at the root, in build folders) through `repository`.
  AstDetector(AstOptions options, const Repository& repository);

  [[nodiscard]] std::string_view id() const noexcept override { return "ast"; }
  [[nodiscard]] bool wants(const Document& document) const noexcept override;
  [[nodiscard]] Inspection inspect(const Document& document, const Repository& repository) const override;

 private:
  [[nodiscard]] CompileFlags flags_of(const std::string& path, const Repository& repository) const;

  AstOptions options_;
  std::vector<CompileDatabase> databases_;
  std::unique_ptr<WorkerPool> workers_;
};

}  // namespace ropc::scanner::ast
