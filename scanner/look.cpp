#include "scanner/look.h"

#include <iterator>
#include <string>
#include <utility>

#include "scanner/language.h"

namespace ropc::scanner {
namespace {

void look_into(const Document& document, const Looker& looker, Gate::Scratch& scratch, int depth, Look& out);

void look_at_piece(EmbeddedCode piece, const Document& outer, const Looker& looker, Gate::Scratch& scratch, int depth,
                   Look& out) {
  if (!looker.gate.passes(piece.text, scratch)) return;
  if (piece.language.empty()) piece.language = language_of(piece.name, piece.text);
  Document document = document_of(piece, outer);
  document.possible = looker.gate.possible(scratch);
  Look inner;
  look_into(document, looker, scratch, depth, inner);
  for (Finding& finding : inner.findings) {
    move_out(finding, piece);
    out.findings.push_back(std::move(finding));
  }
}

void look_into(const Document& document, const Looker& looker, Gate::Scratch& scratch, int depth, Look& out) {
  for (const auto& eye : looker.eyes) {
    if (!eye->wants(document)) continue;
    Inspection seen = eye->inspect(document, looker.repository);
    std::move(seen.diagnostics.begin(), seen.diagnostics.end(), std::back_inserter(out.diagnostics));
    if (!seen.inspected) continue;
    if (depth == 0) out.eyes.push_back(eye->id());
    if (seen.asks && depth == 0) out.asks = eye->id();
    std::move(seen.findings.begin(), seen.findings.end(), std::back_inserter(out.findings));
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
  return out;
}

}  // namespace ropc::scanner
