#include "scanner/ast/unit.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "scanner/ast/handles.h"
#include "scanner/ast/walk.h"
#include "scanner/context_words.h"

namespace ropc::scanner::ast {
namespace {

/// What the walk gathered around a function, for the matcher.
class FrameSurroundings final : public Surroundings {
 public:
  explicit FrameSurroundings(Context context) : context_(std::move(context)) {}
  [[nodiscard]] std::optional<Value> beside(std::string_view) const override { return std::nullopt; }
  [[nodiscard]] Context context() const override { return context_; }

 private:
  Context context_;
};

/// First error of the parse, and whether there was one.
std::string first_error(CXTranslationUnit unit) {
  const unsigned count = clang_getNumDiagnostics(unit);
  for (unsigned i = 0; i < count; ++i) {
    CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
    std::string text;
    if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) text = take(clang_getDiagnosticSpelling(diagnostic));
    clang_disposeDiagnostic(diagnostic);
    if (!text.empty()) return text;
  }
  return {};
}

std::vector<std::string> included_files(CXTranslationUnit unit) {
  std::vector<std::string> out;
  clang_getInclusions(
      unit,
      [](CXFile file, CXSourceLocation*, unsigned depth, CXClientData data) {
        if (depth > 0) static_cast<std::vector<std::string>*>(data)->push_back(take(clang_getFileName(file)));
      },
      &out);
  return out;
}

/// Headers by the names in #include and #import lines, also those that are missing: what `imports:` of rules ask.
std::vector<std::string> imports_of(const std::string& text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash != std::string_view::npos && (line[hash] == '#' || line[hash] == '@')) {
      const std::size_t open = line.find_first_of("<\"", hash);
      const std::size_t close = open == std::string_view::npos ? open : line.find_first_of(">\"", open + 1);
      if (close != std::string_view::npos && line.substr(hash, open - hash).find('i') != std::string_view::npos)
        out.emplace_back(line.substr(open + 1, close - open - 1));
    }
    at = end + 1;
  }
  return out;
}

/// Paths that libclang gives are absolute; reports speak of the tree.
void make_relative(std::vector<RelatedPlace>& places, const std::string& root) {
  for (RelatedPlace& place : places)
    if (place.where.path.starts_with(root + "/")) place.where.path.erase(0, root.size() + 1);
  std::erase_if(places, [](const RelatedPlace& place) { return place.where.path.starts_with('/'); });
}

}  // namespace

std::string_view name_of(Quality quality) {
  static constexpr std::array<std::string_view, 3> kNames = {"full", "partial", "text only"};
  return kNames[static_cast<std::size_t>(quality)];
}

UnitResult inspect_unit(const Document& document, const std::string& root, const std::vector<std::string>& arguments,
                        const RuleMatcher& rules) {
  UnitResult result;
  const Index index(clang_createIndex(0, 0));
  std::vector<const char*> words;
  for (const std::string& argument : arguments) words.push_back(argument.c_str());
  const std::string path = root + "/" + document.path;
  CXUnsavedFile main{path.c_str(), document.text.data(), static_cast<unsigned long>(document.text.size())};
  CXTranslationUnit parsed = nullptr;
  const CXErrorCode code =
      clang_parseTranslationUnit2(index.get(), path.c_str(), words.data(), static_cast<int>(words.size()), &main, 1,
                                  CXTranslationUnit_KeepGoing, &parsed);
  if (code != CXError_Success || parsed == nullptr) {
    result.trouble = "libclang could not parse it";
    return result;
  }
  const Unit unit(parsed);
  result.trouble = first_error(unit.get());
  result.quality = result.trouble.empty() ? Quality::full : Quality::partial;
  result.included = included_files(unit.get());

  const std::deque<Frame> frames = facts_of(unit.get(), rules);
  DocumentMatch match(rules, document, "ast");
  match.set_imports(imports_of(document.text));
  for (const Frame& frame : frames) {
    Context context = frame.context;
    merge_context(context, frames.back().context);
    const FrameSurroundings around(std::move(context));
    for (const PairFact& fact : frame.pairs) match.pair(fact, around);
    for (const CallFact& fact : frame.calls) match.call(fact, around);
  }
  result.findings = match.take();
  for (Finding& finding : result.findings) {
    make_relative(finding.related, root);
    make_relative(finding.flow, root);
  }
  return result;
}

}  // namespace ropc::scanner::ast
