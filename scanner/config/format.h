#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/config/tree.h"
#include "scanner/document.h"

namespace ropc::scanner::config {

/// How a document is read.
enum class Format : std::uint8_t {
  none, json, yaml, xml, properties, env, ini, toml, hcl, directives, dockerfile, http, bru
};

/// By the document's language; files of the same ending that are written differently (`.conf`) by their first lines.
Format format_of(const Document& document);

/// Reads a document with the format's reader. For Format::none: a fault.
Parsed parse(Format format, std::string_view text);

/// The format's word in a rule's `formats`; a literal. Directive files, requests of REST clients count as ini, a
/// Dockerfile as env.
std::string_view rule_word(Format format);

}  // namespace ropc::scanner::config
