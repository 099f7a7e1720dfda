#include "scanner/syntax/syntax_detector.h"

#include <algorithm>
#include <set>

#include "common/text.h"
#include "scanner/match.h"
#include "scanner/sections.h"
#include "scanner/syntax/around.h"
#include "scanner/syntax/broken_parts.h"
#include "scanner/syntax/literal.h"
#include "scanner/syntax/sight.h"
#include "scanner/syntax/tree_index.h"
#include "scanner/syntax/wrappers.h"

namespace ropc::scanner {
namespace {

using namespace syntax;  // NOLINT(google-build-using-namespace): the eye's own folder

/// A tree of which more than this part makes no sense is left to the text eye.
constexpr double kMaxBroken = 0.4;

/// Answers from outside of the file.
class TreeAround : public Elsewhere {
 public:
  TreeAround(const Repository& repository, const Document& document, const Language& language, const TreeIndex* index)
      : repository_(repository), document_(document), language_(language), index_(index) {}
  [[nodiscard]] std::optional<ForeignValue> constant(std::string_view qualifier, std::string_view name) const override {
    return index_ == nullptr ? std::nullopt : index_->constant(language_.family, qualifier, name, document_.path);
  }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name) const override {
    for (const auto& [variable, value] : document_.variables) {
      if (variable == name) return value;
    }
    return repository_.placeholder(name, document_.path);
  }

 private:
  const Repository& repository_;
  const Document& document_;
  const Language& language_;
  const TreeIndex* index_;
};

/// What the bytes of a document are, for rules that ask for a pattern in code, strings or comments.
class Regions {
 public:
  explicit Regions(const Tree& tree) {
    for (NodeId id = 0; id < tree.size();) {
      const Form form = tree.form(id);
      const bool whole = form == Form::comment || form == Form::string;
      if (whole) parts_.push_back({tree.at(id).begin, tree.at(id).end, form == Form::comment ? TextFact::In::comment : TextFact::In::string});
      id = whole ? tree.at(id).last : id + 1;
    }
  }
  [[nodiscard]] TextFact::In at(std::size_t offset) const {
    auto after = std::ranges::upper_bound(parts_, offset, {}, &Part::begin);
    if (after == parts_.begin()) return TextFact::In::code;
    --after;
    return offset < after->end ? after->in : TextFact::In::code;
  }

 private:
  struct Part {
    std::size_t begin, end;
    TextFact::In in;
  };
  std::vector<Part> parts_;
};

/// The innermost node at an offset.
NodeId node_at(const Tree& tree, std::size_t offset) {
  NodeId at = 0;
  for (NodeId id = 0; id < tree.size();) {
    if (tree.at(id).begin <= offset && offset < tree.at(id).end) {
      at = id++;
    } else {
      id = tree.at(id).last;
      if (id < tree.size() && tree.at(id).begin > offset) break;
    }
  }
  return at;
}

bool wanted(const Meaning& value, const RuleMatcher& rules) {
  return (value.known && rules.knows_value(value.text)) || rules.knows_value_name(value.name);
}

/// Definitions that a use led to: the use is the finding, the definition explains it.
std::set<NodeId> explained(const Sight& sight, const RuleMatcher& rules) {
  std::set<NodeId> out;
  for (const SeenPair& pair : sight.pairs) {
    if (pair.definition || pair.role != Role::live) continue;
    if (!wanted(pair.value, rules)) continue;
    out.insert(pair.value.through.begin(), pair.value.through.end());
  }
  return out;
}

/// Whether the document itself asks for tokens: what it compares then is a client's choice of grant, no server's.
bool is_client(const Sight& sight, const RuleMatcher& rules) {
  return std::ranges::any_of(sight.pairs, [&](const SeenPair& pair) {
    return pair.role == Role::live && !pair.definition && pair.value.known && rules.knows_value(pair.value.text) &&
           folded_name(pair.key.text).find("grant") != std::string::npos;
  });
}

/// A constant of a library: what it holds is not seen, but it is called as the value is (Grants.PASSWORD).
void guess(Meaning& value, const RuleMatcher& rules) {
  if (value.known || value.name.empty() || value.parameter != kNone || rules.knows_value_name(value.name)) return;
  const std::string_view last = std::string_view(value.name).substr(value.name.rfind('.') + 1);
  const bool capital = !last.empty() && last[0] >= 'A' && last[0] <= 'Z';
  const bool qualified = last.size() < value.name.size() && value.name[0] >= 'A' && value.name[0] <= 'Z';
  const bool shouted = std::ranges::none_of(last, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!rules.knows_value(last) || !capital || (!qualified && !shouted)) return;
  value.known = true;
  value.text = std::string(last);
}

void tell(const Sight& sight, const Values& values, const Document& document, const RuleMatcher& rules, DocumentMatch& match) {
  const FileContext context(values, document);
  const std::set<NodeId> used = explained(sight, rules);
  const bool client = is_client(sight, rules);
  for (const SeenPair& pair : sight.pairs) {
    if (pair.definition && used.contains(pair.node)) continue;
    Meaning value = pair.value;
    guess(value, rules);
    const Role role = client && pair.role == Role::compared ? Role::declared : pair.role;
    PairFact fact{to_value(pair.key, values.tree(), document), to_value(value, values.tree(), document), pair.where, pair.shape, role, pair.onward};
    match.pair(fact, CodeSurroundings(context, pair.node));
  }
  for (const SeenCall& call : sight.calls) {
    CallFact fact = call.fact;
    for (std::size_t i = 0; i < fact.arguments.size() && i < call.values.size(); ++i) {
      fact.arguments[i].value = to_value(call.values[i], values.tree(), document);
    }
    match.call(fact, CodeSurroundings(context, call.node));
  }
  const Regions regions(values.tree());
  match.texts([&](std::size_t offset) { return regions.at(offset); },
              [&](Region where) { return context.around(node_at(values.tree(), where.begin)); });
}

/// One finding for each rule and place; the sooner told one stays.
void drop_repeats(std::vector<Finding>& findings) {
  std::set<std::pair<std::string, std::pair<std::uint32_t, std::uint32_t>>> seen;
  std::erase_if(findings, [&](const Finding& one) {
    return !seen.insert({one.rule_id, {one.where.line, one.where.column}}).second;
  });
}

/// Script blocks of HTML and Vue, as pieces for the eyes of their language.
std::vector<EmbeddedCode> script_blocks(const Tree& tree, const Document& document) {
  std::vector<EmbeddedCode> out;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.type(id) != "script_element") continue;
    const NodeId body = tree.slot(id, 1);
    if (body == kNone || tree.text(body).find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
    EmbeddedCode piece;
    piece.language = "javascript";
    const std::string_view head = tree.text(tree.slot(id, 0));
    if (head.find("\"ts") != std::string_view::npos || head.find("'ts") != std::string_view::npos || head.find("typescript") != std::string_view::npos) piece.language = "typescript";
    if (head.find("tsx") != std::string_view::npos) piece.language = "tsx";
    if (head.find("json") != std::string_view::npos) piece.language = "json";
    piece.text = std::string(tree.text(body));
    const std::uint32_t first = document.lines.line(tree.at(body).begin);
    std::uint32_t line = first;
    piece.lines.push_back(line);
    for (const char c : piece.text) {
      if (c == '\n') piece.lines.push_back(++line);
    }
    out.push_back(std::move(piece));
  }
  return out;
}

/// A page without its scripts, line for line: what the text eye reads.
EmbeddedCode without_scripts(const Tree& tree, const Document& document) {
  EmbeddedCode out;
  out.language = "text";
  out.text = document.text;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.type(id) != "script_element") continue;
    for (std::size_t at = tree.at(id).begin; at < tree.at(id).end; ++at) {
      if (out.text[at] != '\n') out.text[at] = ' ';
    }
  }
  for (std::uint32_t line = 1; line <= document.lines.lines(); ++line) out.lines.push_back(line);
  return out;
}

}  // namespace

bool SyntaxDetector::wants(const Document& document) const noexcept {
  return find_language(document.language) != nullptr && document.language != "hcl";
}

Inspection SyntaxDetector::inspect(const Document& document, const Repository& repository) const {
  Inspection out;
  const Language* language = find_language(document.language);
  if (language == nullptr) return out;
  if (const std::size_t size = language->family == "html" ? 0 : section_size(document.text); size != 0) {
    out.sections = sections_of(document.text, size);
    return out;
  }
  if (document.packed) return out;
  const auto tree = parse(*language, document.text, {});
  if (!tree || tree->broken() > kMaxBroken) return out;
  if (language->family == "html") {
    out.embedded = script_blocks(*tree, document);
    out.embedded.push_back(without_scripts(*tree, document));
    out.inspected = true;
    return out;
  }
  const Definitions definitions(*tree);
  const TreeAround around(repository, document, *language, index_.get());
  const Values values(*tree, definitions, &around);
  Sight sight = look(values, *rules_);
  auto open = std::make_shared<Questions>(questions_of(sight, values, *rules_, document));
  Sinks sinks = index_ == nullptr ? Sinks{} : index_->sinks(language->family);
  for (const Sink& sink : open->sinks) {
    auto& list = sinks[sink.function];
    if (std::ranges::find(list, sink) == list.end()) list.push_back(sink);
  }
  follow_calls(sinks, values, document, sight);
  DocumentMatch match(*rules_, document, "syntax");
  tell(sight, values, document, *rules_, match);
  out.findings = match.take();
  drop_repeats(out.findings);
  if (!open->empty()) out.asks = std::move(open);
  out.unseen = values.exhausted() ? std::vector<Region>{{0, document.text.size()}} : broken_parts(*tree);
  out.inspected = true;
  return out;
}

InformedEye SyntaxDetector::informed(const std::vector<Asking>& asking, const Repository& repository) const {
  if (asking.empty() || index_ != nullptr) return {};
  auto index = std::make_shared<const TreeIndex>(TreeIndex::build(asking, repository, *rules_));
  std::vector<std::string> paths = index->paths();
  return {std::make_unique<SyntaxDetector>(*rules_, std::move(index)), std::move(paths)};
}

}  // namespace ropc::scanner
