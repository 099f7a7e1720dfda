#include "scanner/ast/ast_detector.h"

#include <algorithm>
#include <utility>

#include "scanner/language.h"

namespace ropc::scanner::ast {
namespace {

/// "compile_commands.json" itself or one level or two below, as build folders lie.
bool is_database(const std::string& path) {
  constexpr std::string_view name = "compile_commands.json";
  if (!path.ends_with(name)) return false;
  const std::string_view folder = std::string_view(path).substr(0, path.size() - name.size());
  return (folder.empty() || folder.ends_with('/')) && std::count(folder.begin(), folder.end(), '/') <= 2;
}

/// Who uses what a header declares?
struct DeclaredNames : OpenQuestions {
  explicit DeclaredNames(std::vector<std::string> all) : names(std::move(all)) {}
  std::vector<std::string> names;  ///< UnitResult::names
};

/// What of a unit's compile command was left out.
Diagnostic told(const CompileFlags& flags, const std::string& path) {
  std::string names;
  for (const std::string& name : flags.dropped_names) names += (names.empty() ? "" : ", ") + name;
  return {Diagnostic::Level::note,
          std::to_string(flags.dropped) + " arguments of its compile command were not on the list of harmless ones and were left out: " + names,
          {path, 0, 0, 0, 0}};
}

}  // namespace

AstDetector::AstDetector(const RuleMatcher& rules, AstOptions options, const Repository& repository)
    : rules_(&rules), options_(std::move(options)) {
  for (const std::string& path : repository.files()) {
    if (!is_database(path)) continue;
    const auto document = repository.open(path);
    if (!document) continue;
    auto database = CompileDatabase::parse(document->text, options_.root);
    if (database) databases_.push_back(std::move(*database));
  }
  workers_ = std::make_unique<WorkerPool>(options_.program, options_.rule_folders, options_.limits);
}

std::optional<Inspection> AstDetector::seen_before(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = seen_.find(path);
  return found == seen_.end() ? std::nullopt : std::optional(found->second);
}

bool AstDetector::wants(const Document& document) const noexcept {
  // Pieces of other documents have no place on the disk.
  return document.inner_name.empty() && is_c_family(document.language);
}

CompileFlags AstDetector::flags_of(const std::string& path, const Repository& repository) const {
  for (const CompileDatabase& database : databases_)
    if (const CompileFlags* flags = database.find(path)) return *flags;
  return guessed_flags(path, repository.files(), options_.root);
}

Inspection AstDetector::inspect(const Document& document, const Repository& repository) const {
  if (auto before = seen_before(document.path)) return *std::move(before);
  // Other eyes have files looked at again that the gate kept back: a parse is for those that this eye asked for.
  const bool worth = !document.possible.empty() && rules_->asks_code(document);
  if (!worth && !asked_for_.contains(document.path)) return {};
  Inspection out;
  const CompileFlags flags = flags_of(document.path, repository);
  const auto result = workers_->run({&document, options_.root, flags.arguments});
  out.unit = UnitCoverage{document.path, std::string(name_of(Quality::text_only)), "its worker ended", flags.dropped};
  if (flags.dropped > 0) out.diagnostics.push_back(told(flags, document.path));
  const std::lock_guard lock(mutex_);
  if (result && result->quality == Quality::text_only) {
    out.unit->why = "libclang gave no tree";
    out.diagnostics.push_back({Diagnostic::Level::incomplete, "libclang could not parse it; the other eyes looked at it", {document.path, 0, 0, 0, 0}});
  } else if (result) {
    out.inspected = true;
    out.shared = true;
    out.findings = result->findings;
    out.unit->quality = name_of(result->quality);
    out.unit->why = result->quality == Quality::partial ? "headers or declarations are missing" : "";
    if (!result->names.empty()) out.asks = std::make_shared<const DeclaredNames>(result->names);
  } else {
    out.diagnostics.push_back({Diagnostic::Level::incomplete, result.error().message, {document.path, 0, 0, 0, 0}});
  }
  seen_[document.path] = out;
  return out;
}

InformedEye AstDetector::informed(const std::vector<Asking>& asking, const Repository& repository) const {
  std::vector<std::string> names;
  for (const Asking& header : asking)
    if (const auto* declared = dynamic_cast<const DeclaredNames*>(header.questions.get()))
      names.insert(names.end(), declared->names.begin(), declared->names.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (names.empty()) return {};
  const auto unseen = [&](const std::string& path) {
    return is_c_family(language_of(path, "")) && !is_header(path) && seen_.count(path) == 0;
  };
  InformedEye out{nullptr, repository.files_with(names, unseen)};
  asked_for_.insert(out.paths.begin(), out.paths.end());
  return out;
}

}  // namespace ropc::scanner::ast
