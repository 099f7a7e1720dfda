#include "scanner/config/config_detector.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "scanner/config/feeder.h"
#include "scanner/config/format.h"
#include "scanner/config/pieces.h"
#include "scanner/config/surroundings.h"

namespace ropc::scanner {
namespace {

using namespace config;

/// Tells what stands at a place of a document: built when a `text` rule has matched.
class Places {
 public:
  Places(const View& view, const std::vector<Region>& comments) : view_(view), comments_(comments) {}

  TextFact::In in(std::size_t offset) {
    const auto after = std::upper_bound(comments_.begin(), comments_.end(), offset,
                                        [](std::size_t at, const Region& comment) { return at < comment.begin; });
    if (after != comments_.begin() && offset < std::prev(after)->end) return TextFact::In::comment;
    const NodeId id = node(offset);
    const Tree& tree = view_.tree();
    const bool value = id != kNoNode && tree.has_value(id) && offset >= tree.at(id).value_at && offset < tree.at(id).end;
    return value ? TextFact::In::string : TextFact::In::code;
  }

  Context context(Region where) {
    const NodeId id = node(where.begin);
    return id == kNoNode ? Context{} : context_of(view_, id);
  }

 private:
  /// The last node that begins at or before the offset.
  NodeId node(std::size_t offset) {
    const Tree& tree = view_.tree();
    if (by_begin_.empty()) {
      for (NodeId id = kRoot + 1; id < tree.size(); ++id) by_begin_.push_back(id);
      std::stable_sort(by_begin_.begin(), by_begin_.end(),
                       [&tree](NodeId a, NodeId b) { return tree.at(a).begin < tree.at(b).begin; });
    }
    const auto after = std::upper_bound(by_begin_.begin(), by_begin_.end(), offset,
                                        [&tree](std::size_t at, NodeId id) { return at < tree.at(id).begin; });
    return after == by_begin_.begin() ? kNoNode : *std::prev(after);
  }

  const View& view_;
  const std::vector<Region>& comments_;
  std::vector<NodeId> by_begin_;
};

Inspection not_read(const Document& document, const std::string& why) {
  Inspection out;
  out.diagnostics.push_back({Diagnostic::Level::note, "could not be read as " + document.language + ": " + why + "; read as text",
                             Location{document.path, 0, 0}});
  return out;
}

}  // namespace

bool ConfigDetector::wants(const Document& document) const noexcept { return format_of(document) != Format::none; }

Inspection ConfigDetector::inspect(const Document& document, const Repository& repository) const {
  const Format format = format_of(document);
  if (document.text.size() > kMaxText) return not_read(document, "it is too large");
  const Parsed parsed = parse(format, document.text);
  if (!parsed.fault.empty()) return not_read(document, parsed.fault);
  Inspection out;
  out.inspected = true;
  const View view(document, repository, format, parsed);
  if (document.language == "jupyter") {
    out.embedded = notebook_cells(view);
    return out;
  }
  DocumentMatch match(rules_, document, "config");
  Feeder feeder(view, rules_, match);
  feeder.feed(parsed.comments);
  Places places(view, parsed.comments);
  match.texts([&places](std::size_t offset) { return places.in(offset); },
              [&places](Region where) { return places.context(where); });
  out.findings = match.take();
  out.embedded = feeder.take_pieces();
  return out;
}

}  // namespace ropc::scanner
