#include "scanner/look.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "scanner/language.h"
#include "scanner/sections.h"

namespace ropc::scanner {
namespace {

void look_into(const Document& document, const Looker& looker, Gate::Scratch& scratch, int depth, Look& out, std::size_t first = 0);

void look_at_piece(EmbeddedCode piece, const Document& outer, const Looker& looker, Gate::Scratch& scratch, int depth,
                   Look& out) {
  if (!looker.gate.passes(piece.text, scratch)) return;
  if (piece.language.empty()) piece.language = language_of(piece.name, piece.text);
  if (!looker.gate.fits(piece.language, scratch)) return;
  Document document = document_of(piece, outer);
  document.possible = looker.gate.possible(scratch);
  Look inner;
  look_into(document, looker, scratch, depth, inner);
  for (Finding& finding : inner.findings) {
    move_out(finding, piece);
    out.findings.push_back(std::move(finding));
  }
}

/// Shows a section to the eyes from `first` on: those before it see the whole. Rules are asked of a section and the
/// document's head together: what a library call needs is imported there.
void look_at_section(const Document& whole, Region section, const Looker& looker, Gate::Scratch& scratch, int depth, std::size_t first, Look& out) {
  Document document = document_of(whole, section);
  if (!looker.gate.passes(document.head + document.text, scratch) || !looker.gate.fits(document.language, scratch)) return;
  document.possible = looker.gate.possible(scratch);
  Look inner;
  look_into(document, looker, scratch, depth, inner, first);
  for (Finding& finding : inner.findings) {
    move_out(finding, whole, section);
    out.findings.push_back(std::move(finding));
  }
  std::move(inner.asks.begin(), inner.asks.end(), std::back_inserter(out.asks));
  for (const std::string_view eye : inner.eyes)
    if (std::find(out.eyes.begin(), out.eyes.end(), eye) == out.eyes.end()) out.eyes.push_back(eye);
}

/// Where a finding stands in the document; from the begin of its first line where its columns are not known.
Region region_of(const Location& where, const LineIndex& lines) {
  Region out{lines.start(where.line), lines.start(where.line + 1)};
  if (where.column > 0) out.begin += where.column - 1;
  if (where.column > 0 && where.end_column > 0) out.end = lines.start(std::max(where.line, where.end_line)) + where.end_column - 1;
  return out;
}

bool touches(Region place, const std::vector<Region>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](Region part) { return place.begin < part.end && part.begin <= place.end; });
}

/// The document is seen but for `parts`: there the next eye that can see it is asked.
void look_at_rest(const Document& document, const Looker& looker, std::size_t next, const std::vector<Region>& parts, Look& out) {
  for (; next < looker.eyes.size(); ++next) {
    const Detector& eye = *looker.eyes[next];
    if (!eye.wants(document)) continue;
    Inspection seen = eye.inspect(document, looker.repository);
    if (!seen.inspected) continue;
    std::copy_if(std::make_move_iterator(seen.findings.begin()), std::make_move_iterator(seen.findings.end()),
                 std::back_inserter(out.findings), [&](const Finding& one) { return touches(region_of(one.where, document.lines), parts); });
    return;
  }
}

void look_into(const Document& document, const Looker& looker, Gate::Scratch& scratch, int depth, Look& out, std::size_t first) {
  for (std::size_t i = first; i < looker.eyes.size(); ++i) {
    const auto& eye = looker.eyes[i];
    if (!eye->wants(document)) continue;
    Inspection seen = eye->inspect(document, looker.repository);
    std::move(seen.diagnostics.begin(), seen.diagnostics.end(), std::back_inserter(out.diagnostics));
    if (seen.unit && depth == 0) out.unit = std::move(seen.unit);
    for (const Region section : seen.sections) look_at_section(document, section, looker, scratch, depth, i, out);
    if (!seen.sections.empty()) return;
    if (!seen.inspected) continue;
    if (depth == 0) out.eyes.push_back(eye->id());
    if (seen.asks && depth == 0) out.asks.push_back({eye->id(), std::move(seen.asks)});
    std::move(seen.findings.begin(), seen.findings.end(), std::back_inserter(out.findings));
    if (!seen.unseen.empty()) look_at_rest(document, looker, i + 1, seen.unseen, out);
    if (depth < kMaxEmbedding)
      for (EmbeddedCode& piece : seen.embedded)
        look_at_piece(std::move(piece), document, looker, scratch, depth + 1, out);
    if (!seen.shared) return;
  }
}

}  // namespace

Look look_at(const Document& document, const Looker& looker, Gate::Scratch& scratch) {
  Look out;
  look_into(document, looker, scratch, 0, out);
  if (!looker.clang_shut.empty() && is_c_family(document.language) && looker.rules.asks_code(document))
    out.unit = UnitCoverage{document.path, "text only", std::string(looker.clang_shut), 0};
  return out;
}

}  // namespace ropc::scanner
