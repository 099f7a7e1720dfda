#include "scanner/ast/ast_detector.h"

#include <algorithm>
#include <utility>

namespace ropc::scanner::ast {
namespace {

/// "compile_commands.json" itself or one level or two below, as build folders lie.
bool is_database(const std::string& path) {
  constexpr std::string_view name = "compile_commands.json";
  if (!path.ends_with(name)) return false;
  const std::string_view folder = std::string_view(path).substr(0, path.size() - name.size());
  return (folder.empty() || folder.ends_with('/')) && std::count(folder.begin(), folder.end(), '/') <= 2;
}

}  // namespace

AstDetector::AstDetector(AstOptions options, const Repository& repository) : options_(std::move(options)) {
  for (const std::string& path : repository.files()) {
    if (!is_database(path)) continue;
    const auto document = repository.open(path);
    if (!document) continue;
    auto database = CompileDatabase::parse(document->text, options_.root);
    if (database) databases_.push_back(std::move(*database));
  }
  workers_ = std::make_unique<WorkerPool>(options_.program, options_.worker_arguments, options_.limits);
}

bool AstDetector::wants(const Document& document) const noexcept {
  // Pieces of other documents have no place on the disk.
  return document.inner_name.empty() &&
         (document.language == "c" || document.language == "cpp" || document.language == "objective-c");
}

CompileFlags AstDetector::flags_of(const std::string& path, const Repository& repository) const {
  for (const CompileDatabase& database : databases_)
    if (const CompileFlags* flags = database.find(path)) return *flags;
  return guessed_flags(path, repository.files(), options_.root);
}

Inspection AstDetector::inspect(const Document& document, const Repository& repository) const {
  Inspection out;
  const CompileFlags flags = flags_of(document.path, repository);
  const auto result = workers_->run({&document, options_.root, flags.arguments});
  if (!result) {
    out.diagnostics.push_back({Diagnostic::Level::incomplete, result.error().message, {document.path, 0, 0, 0, 0}});
    return out;
  }
  out.inspected = result->quality != Quality::text_only;
  out.shared = true;
  out.findings = result->findings;
  if (flags.dropped > 0)
    out.diagnostics.push_back({Diagnostic::Level::note,
                               std::to_string(flags.dropped) + " arguments of its compile command were not on the list "
                                                               "of harmless ones and were left out",
                               {document.path, 0, 0, 0, 0}});
  return out;
}

}  // namespace ropc::scanner::ast
