#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Foreign text (client ids, paths, excerpts, error words of logs) made harmless, one function a destination. All take
// any bytes and give valid UTF-8.

namespace ropc::reporters {

/// At most `limit` characters of `text`, "…" in place of the rest. Valid UTF-8 stays valid.
std::string shortened(std::string_view text, std::size_t limit);

/// One line of output with what GitHub's runner ("##[" anywhere, "::" at the start) or Azure's agent ("##vso[") would
/// take as a command broken up by an escape. Blanks and ANSI colours before the "::" do not hide it.
std::string without_commands(std::string_view line);

/// One line of foreign text for a CI console: printable() and without_commands().
std::string console_line(std::string_view line);

/// console_line() of at most `limit` characters: for a place where a person reads.
std::string shown(std::string_view text, std::size_t limit = 120);

/// A CSV field (RFC 4180), quoted where needed; control characters and commands become visible, and what a spreadsheet would take
/// as a formula (= + - @ at the start) gets a leading apostrophe.
std::string csv_field(std::string_view text);

/// Text of an XML element or attribute: the five entities; characters that XML 1.0 forbids become U+FFFD.
std::string xml_text(std::string_view text);

/// Text of an HTML element or quoted attribute; invisible characters become visible escapes.
std::string html_text(std::string_view text);

/// A relative URI reference of a path: bytes other than unreserved ones and '/' percent-encoded (RFC 3986).
std::string uri_of(std::string_view path);

/// Whether a path is relative and stays inside its root; others must not stand in a report that a server resolves.
bool inside_root(std::string_view path);

/// Message of a GitHub workflow command; and a property value of one.
std::string github_data(std::string_view text);
std::string github_property(std::string_view text);

/// Message of an Azure Pipelines logging command; and a property value of one. What the agent would un-escape is
/// broken up: agents differ in how '%' itself is written.
std::string azure_data(std::string_view text);
std::string azure_property(std::string_view text);

}  // namespace ropc::reporters
