#include "scanner/ast/unit.h"

#include <algorithm>
#include <utility>

#include "scanner/ast/compile_flags.h"
#include "scanner/ast/fact_collector.h"
#include "scanner/ast/macros.h"
#include "scanner/ast/parse.h"
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

/// What a header gives those who include it to make sites of.
std::vector<std::string> names_of(const Document& header, const RuleMatcher& rules, std::set<std::string> names) {
  for (MacroText& macro : macros_with_text(header.text))
    if (part_of_site(rules, macro.text)) names.insert(std::move(macro.name));
  return {names.begin(), names.end()};
}

/// Paths that libclang gives are absolute; reports speak of the tree.
void make_relative(std::vector<RelatedPlace>& places, const std::string& root) {
  for (RelatedPlace& place : places)
    if (place.where.path.starts_with(root + "/")) place.where.path.erase(0, root.size() + 1);
  std::erase_if(places, [](const RelatedPlace& place) { return place.where.path.starts_with('/'); });
}

}  // namespace

UnitResult inspect_unit(const Document& document, const std::string& root, const std::vector<std::string>& arguments,
                        const RuleMatcher& rules) {
  UnitResult result;
  const ParsedUnit parsed = parse_unit(root, root + "/" + document.path, document.text, arguments);
  result.quality = parsed.quality;
  if (!parsed.unit) return result;
  UnitFacts facts = facts_of(parsed.unit.get(), rules);
  if (is_header(document.path)) result.names = names_of(document, rules, std::move(facts.names));
  DocumentMatch match(rules, document, "ast");
  match.set_imports(imports_of(document.text));
  // Constants of a file are called after keys ("KEY_PASSWORD"): what they hold is nobody's password.
  Context of_file = facts.frames.back().context;
  of_file.user_from = of_file.password_from = CredentialSource::unknown;
  for (const Frame& frame : facts.frames) {
    Context context = frame.context;
    merge_context(context, of_file);
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
