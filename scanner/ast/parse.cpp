#include "scanner/ast/parse.h"

#include <utility>

#include "scanner/ast/stand_ins.h"

namespace ropc::scanner::ast {
namespace {

/// Only in memory; a name that no tree has.
constexpr const char* kStandIns = "/ropc-audit-stand-ins/declarations.h";

/// nullptr: libclang crashed and caught itself, or refused the arguments.
Unit parse(CXIndex index, const std::string& path, const std::vector<std::string>& arguments, std::vector<CXUnsavedFile> files) {
  // A tree without its headers has thousands of errors; after twenty Clang would look at nothing more.
  std::vector<const char*> words = {"-ferror-limit=0"};
  for (const std::string& argument : arguments) words.push_back(argument.c_str());
  CXTranslationUnit out = nullptr;
  const CXErrorCode code = clang_parseTranslationUnit2(index, path.c_str(), words.data(), static_cast<int>(words.size()), files.data(),
                                                       static_cast<unsigned>(files.size()), CXTranslationUnit_KeepGoing, &out);
  return Unit(code == CXError_Success ? out : nullptr);
}

CXUnsavedFile unsaved(const std::string& path, const std::string& text) {
  return {path.c_str(), text.data(), static_cast<unsigned long>(text.size())};
}

/// What the diagnostics of the parse say about the tree. Their text is not told: it may quote files that are not ours.
Quality quality_of(CXTranslationUnit unit) {
  const unsigned count = clang_getNumDiagnostics(unit);
  for (unsigned i = 0; i < count; ++i) {
    CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
    const bool error = clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error;
    clang_disposeDiagnostic(diagnostic);
    if (error) return Quality::partial;
  }
  return Quality::full;
}

}  // namespace

ParsedUnit parse_unit(const std::string& path, const std::string& text, const std::vector<std::string>& arguments) {
  ParsedUnit out;
  out.index = Index(clang_createIndex(0, 0));
  out.unit = parse(out.index.get(), path, arguments, {unsaved(path, text)});
  if (!out.unit) return out;
  out.quality = quality_of(out.unit.get());
  if (out.quality == Quality::full) return out;
  const std::string declarations = stand_ins_for(out.unit.get());
  if (declarations.empty()) return out;
  std::vector<std::string> words = arguments;
  words.insert(words.end(), {"-include", kStandIns});
  if (Unit again = parse(out.index.get(), path, words, {unsaved(path, text), unsaved(kStandIns, declarations)})) out.unit = std::move(again);
  return out;
}

}  // namespace ropc::scanner::ast
