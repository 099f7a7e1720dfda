#include "cli/scan_trees.h"

#include "scanner/scan.h"

#include <filesystem>
#include <system_error>

namespace ropc::cli {
namespace {

/// The program of the Clang eye's workers lies beside this one where it was built; else the eye stays shut.
scanner::ClangWorkers clang_workers(const Options& options) {
  std::error_code error;
  scanner::ClangWorkers out;
  if (options.no_clang) return out;
  out.why_shut = "ropc-audit-clang is missing";
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "ropc-audit-clang";
  if (std::filesystem::is_regular_file(program, error)) out.program = program.string();
  for (const std::string& folder : options.rule_folders)
    out.rule_folders.push_back(std::filesystem::absolute(folder, error).string());
  return out;
}

}  // namespace

Result<void> scan_trees(const Options& options, const rules::RuleSet& rules, inventory::Inventory& inventory) {
  if (options.code.empty()) return {};
  std::string label;
  for (const std::string& root : options.code) label += (label.empty() ? "" : ", ") + root;
  scanner::ScanOptions how;
  how.paths = options.code;
  how.jobs = options.jobs;
  for (const auto* list : {&options.logs, &options.idp, &options.files})
    for (const std::string& path : *list)
      if (path != "-") how.exclude.push_back(path);
  if (!options.db.empty()) how.exclude.push_back(options.db);
  how.clang = clang_workers(options);
  inventory.begin_input(inventory::Inventory::InputKind::tree, label);
  const auto coverage = scanner::scan(how, rules, inventory.evidence());
  if (coverage) {
    inventory.commit_input(*coverage);
  } else {
    inventory.abandon_input();
    inventory.evidence().add(
        Diagnostic{Diagnostic::Level::incomplete, coverage.error().message, {coverage.error().where, 0, 0, 0, 0}});
  }
  return inventory.health();
}

}  // namespace ropc::cli
