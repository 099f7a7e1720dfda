#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scanner/document.h"
#include "scanner/facts.h"

namespace ropc::scanner {

/// How long the sections of a text are at most: 256 kB of a text over 512 kB, 32 kB of packed code (on average more than
/// 200 bytes a line) over 64 kB, where what belongs together stands near. 0: the text is seen whole. A tree takes a
/// hundred times the text's memory, and longer texts are made by programs: bundles, generated clients.
std::size_t section_size(std::string_view text);

/// Cuts a text that is too long to be seen whole: sections in order, without a gap, none longer than `size`. A cut stands
/// before a line that begins at the left margin where the last quarter of a section has one, else behind a line end, else
/// behind a ';' or ',', and never inside a character.
std::vector<Region> sections_of(std::string_view text, std::size_t size);

/// A section as a document of its own. What the whole begins with (its imports) is its `head`.
Document document_of(const Document& whole, Region section);

/// Gives a finding made in document_of(whole, section) the lines and columns of the whole.
void move_out(Finding& finding, const Document& whole, Region section);

}  // namespace ropc::scanner
