#include "scanner/embedded.h"

#include <algorithm>

#include "scanner/document.h"

namespace ropc::scanner {
namespace {

void move(Location& where, const EmbeddedCode& piece) {
  if (where.line == 0 || piece.lines.empty()) return;
  const auto outer = [&](std::uint32_t line) { return piece.lines[std::min<std::size_t>(line, piece.lines.size()) - 1]; };
  where.line = outer(where.line);
  if (where.end_line != 0) where.end_line = std::max(where.line, outer(where.end_line));
  where.column = 0;
  where.end_column = 0;
}

void fill(std::optional<std::string>& slot, const std::string& value) {
  if (!slot && !value.empty()) slot = value;
}

}  // namespace

Document document_of(const EmbeddedCode& piece, const Document& outer) {
  return Document{.path = outer.path,
                  .text = piece.text,
                  .language = piece.language,
                  .lines = LineIndex(piece.text),
                  .inner_name = piece.name,
                  .variables = piece.variables,
                  .test_code = outer.test_code,
                  .vendored = outer.vendored,
                  .sample_code = outer.sample_code};
}

void move_out(Finding& finding, const EmbeddedCode& piece) {
  move(finding.where, piece);
  // Places in other files stay; those of the piece carry the outer document's path, as the finding does.
  for (auto* places : {&finding.related, &finding.flow})
    for (RelatedPlace& place : *places)
      if (place.where.path == finding.where.path) move(place.where, piece);
  fill(finding.client_id, piece.context.client_id);
  fill(finding.tenant, piece.context.tenant);
  fill(finding.endpoint, piece.context.endpoint);
  fill(finding.idp, piece.context.idp);
  if (finding.scopes.empty()) finding.scopes = piece.context.scopes;
  if (!piece.documentation) return;
  finding.kind = Kind::mention;
  finding.level = Level::note;
}

}  // namespace ropc::scanner
