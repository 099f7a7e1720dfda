#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scanner/ast/compile_flags.h"
#include "scanner/ast/worker_pool.h"
#include "scanner/detector.h"
#include "scanner/match.h"

namespace ropc::scanner::ast {

struct AstOptions {
  std::string root;                       ///< absolute path of the tree
  std::string program;                    ///< executable of the workers
  std::vector<std::string> rule_folders;  ///< of this run beside the built-in rules, absolute
  WorkerLimits limits;
};

/// The Clang eye: C, C++ and Objective-C by their real syntax tree. What it sees adds to what the syntax eye sees of
/// the same file; for one site its finding wins (scanner/collapse.h). A header is looked at once, as a main file of its
/// own; units that the gate kept back are looked at when they use what a header declares.
class AstDetector final : public Detector {
 public:
  /// Reads the tree's compile databases (compile_commands.json at the root, in build folders) through `repository`.
  /// `rules` must outlive the detector.
  AstDetector(const RuleMatcher& rules, AstOptions options, const Repository& repository);

  [[nodiscard]] std::string_view id() const noexcept override { return "ast"; }
  [[nodiscard]] bool wants(const Document& document) const noexcept override;
  [[nodiscard]] Inspection inspect(const Document& document, const Repository& repository) const override;
  [[nodiscard]] InformedEye informed(const std::vector<Asking>& asking, const Repository& repository) const override;

 private:
  [[nodiscard]] CompileFlags flags_of(const std::string& path, const Repository& repository) const;
  [[nodiscard]] std::optional<Inspection> seen_before(const std::string& path) const;

  const RuleMatcher* rules_;
  AstOptions options_;
  std::vector<CompileDatabase> databases_;
  std::unique_ptr<WorkerPool> workers_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Inspection> seen_;  ///< by path: other eyes may have a file looked at again
  mutable std::set<std::string> asked_for_;  ///< units that use what a header declares; written while nobody looks
};

}  // namespace ropc::scanner::ast
