#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

// Pieces of the HTML report. Everything foreign passes through escaped(), code() or prose(); nothing else may stand
// between tags.

namespace ropc::reporters::html {

/// Text for an element or a quoted attribute, at most `limit` characters.
std::string escaped(std::string_view text, std::size_t limit = 600);
/// `<code>` of the text.
std::string code(std::string_view text, std::size_t limit = 120);
/// A sentence; what stands between backticks becomes code.
std::string prose(std::string_view text);
/// A link where the address is a plain web address, else its text as code.
std::string link(std::string_view words, std::string_view url);
/// The status in a frame of its colour.
std::string badge(ClientStatus status);
/// List item of a finding: place, what it does, how sure, the line itself.
std::string finding(const Finding& finding);
/// Bars of sign-ins and refusals per day over all clients but noise, as SVG; empty when no log has a day.
std::string chart(const Report& report);
/// The section of one client, with the anchor "client-N".
std::string client(const Report& report, const ClientRecord& client, std::size_t number);

}  // namespace ropc::reporters::html
