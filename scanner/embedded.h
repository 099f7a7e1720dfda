#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "scanner/facts.h"

namespace ropc::scanner {

struct Document;

/// A piece of a document that is a document of its own: the shell of a CI pipeline's `run:`, a notebook's cell, a
/// Dockerfile's RUN, a file in a ConfigMap, JSON in a string, a Markdown fence. The eye that sees it takes it out, free
/// of the outer syntax (indentation, quotes, escapes); the scan then shows it to the eyes of its own language as it
/// does with a file, gate included, and moves what they find back (move_out). Pieces within pieces count as well, to
/// a depth of kMaxEmbedding.
struct EmbeddedCode {
  std::string language;              ///< id of scanner/language; empty: told by `name`
  std::string name;                  ///< the file name it goes by ("application.yml"); empty: none
  std::string text;
  std::vector<std::uint32_t> lines;  ///< the outer document's line (from 1) of each line of `text`; the last one counts for all that follow
  bool documentation = false;        ///< an example in prose: what is found in it is a mention
  Context context;                   ///< what the surroundings tell, for findings that do not tell it themselves
  std::vector<std::pair<std::string, std::string>> variables;  ///< environment it runs in, nearest first
};

inline constexpr int kMaxEmbedding = 3;

/// The piece as a document: path and marks are the outer document's, `inner_name` and `variables` the piece's.
Document document_of(const EmbeddedCode& piece, const Document& outer);

/// Gives a finding made in document_of(piece, outer) the outer document's lines (columns become unknown), and the
/// context that it has none of itself.
void move_out(Finding& finding, const EmbeddedCode& piece);

}  // namespace ropc::scanner
