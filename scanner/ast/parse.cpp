#include "scanner/ast/parse.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "scanner/ast/compile_flags.h"
#include "scanner/ast/stand_ins.h"
#include "scanner/language.h"

namespace ropc::scanner::ast {
namespace {

/// Only in memory; a name that no tree has.
constexpr const char* kStandIns = "/ropc-audit-stand-ins/declarations.h";

/// Files that a unit has read, as Clang names them.
std::set<std::string> files_of(CXTranslationUnit unit) {
  std::set<std::string> out;
  const auto look = [](CXFile file, CXSourceLocation*, unsigned, CXClientData data) {
    static_cast<std::set<std::string>*>(data)->insert(take(clang_getFileName(file)));
  };
  clang_getInclusions(unit, look, &out);
  return out;
}

/// Parses one main file, perhaps several times.
class Parser {
 public:
  Parser(CXIndex index, const std::string& root, const std::string& path, const std::string& text)
      : index_(index), root_(root), path_(path), files_{unsaved(path, text)} {}

  /// nullptr: libclang crashed and caught itself, refused the arguments, or always finds another file to read elsewhere.
  Unit parse(const std::vector<std::string>& arguments) {
    constexpr int kMostTries = 8;
    for (int i = 0; i < kMostTries; ++i) {
      Unit unit = parse_once(arguments);
      if (!unit || !empty_foreign(unit.get())) return unit;
    }
    return nullptr;
  }

  Unit parse_with(const std::string& declarations, std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"-include", kStandIns});
    files_.push_back(unsaved(stand_ins_, declarations));
    return parse(arguments);
  }

  [[nodiscard]] bool read_elsewhere() const { return !foreign_.empty(); }

 private:
  static CXUnsavedFile unsaved(const std::string& path, const std::string& text) {
    return {path.c_str(), text.data(), static_cast<unsigned long>(text.size())};
  }

  /// Whether the unit has read files that it may not read, with what they hold; the next parse finds them empty.
  bool empty_foreign(CXTranslationUnit unit) {
    const std::size_t before = foreign_.size();
    for (const std::string& file : files_of(unit)) {
      if (file == kStandIns || may_include(file, root_)) continue;
      if (const auto [place, fresh] = foreign_.insert(file); fresh) files_.push_back(unsaved(*place, empty_));
    }
    return foreign_.size() > before;
  }

  Unit parse_once(const std::vector<std::string>& arguments) {
    // A tree without its headers has thousands of errors; after twenty Clang would look at nothing more.
    std::vector<const char*> words = {"-ferror-limit=0"};
    for (const std::string& argument : arguments) words.push_back(argument.c_str());
    CXTranslationUnit out = nullptr;
    const CXErrorCode code =
        clang_parseTranslationUnit2(index_, path_.c_str(), words.data(), static_cast<int>(words.size()), files_.data(),
                                    static_cast<unsigned>(files_.size()), CXTranslationUnit_KeepGoing, &out);
    return Unit(code == CXError_Success ? out : nullptr);
  }

  CXIndex index_;
  const std::string& root_;
  const std::string& path_;
  const std::string empty_;
  const std::string stand_ins_ = kStandIns;
  std::set<std::string> foreign_;     // their names live here
  std::vector<CXUnsavedFile> files_;  // views of all of these
};

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

/// Whether it is parsed as C++ (not Objective-C++): by the last -x, else by the name.
bool is_cpp(const std::string& path, const std::vector<std::string>& arguments) {
  const auto option = std::find(arguments.rbegin(), arguments.rend(), "-x");
  if (option != arguments.rend() && option != arguments.rbegin()) return *std::prev(option) == "c++";
  return language_of(path, "") == "cpp";
}

}  // namespace

ParsedUnit parse_unit(const std::string& root, const std::string& path, const std::string& text,
                      const std::vector<std::string>& arguments) {
  ParsedUnit out;
  out.index = Index(clang_createIndex(0, 0));
  Parser parser(out.index.get(), root, path, text);
  out.unit = parser.parse(arguments);
  if (!out.unit) return out;
  out.quality = parser.read_elsewhere() ? Quality::partial : quality_of(out.unit.get());
  if (out.quality == Quality::full || is_cpp(path, arguments)) return out;
  const std::string declarations = stand_ins_for(out.unit.get());
  if (declarations.empty()) return out;
  if (Unit again = parser.parse_with(declarations, arguments)) out.unit = std::move(again);
  return out;
}

}  // namespace ropc::scanner::ast
