#include "reporters/escape.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"

namespace ropc::reporters {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

/// Every occurrence of a left side becomes its right side; what was put in is not looked at again.
template <std::size_t N>
std::string replaced(std::string_view text, const std::array<Replacement, N>& table) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto hit = std::find_if(table.begin(), table.end(),
                                  [&](const Replacement& r) { return text.starts_with(r.first); });
    if (hit == table.end()) {
      out += text.front();
      text.remove_prefix(1);
    } else {
      out += hit->second;
      text.remove_prefix(hit->first.size());
    }
  }
  return out;
}

constexpr std::array<Replacement, 5> kEntities = {
    {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}}};

bool allowed_in_xml(const Utf8Char& c) {
  return c.valid && (c.value >= 0x20 || c.value == '\t' || c.value == '\n' || c.value == '\r') && c.value != 0xFFFE &&
         c.value != 0xFFFF;
}

/// Offset of the first byte that is neither a blank nor part of an ANSI colour sequence.
std::size_t after_blanks_and_colors(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ' ') {
      ++at;
    } else if (line.substr(at).starts_with("\x1b[")) {
      const std::size_t end = line.find('m', at);
      if (end == std::string_view::npos) break;
      at = end + 1;
    } else {
      break;
    }
  }
  return at;
}

/// As OWASP's page on CSV injection lists them, full-width forms included.
bool starts_formula(std::string_view field) {
  constexpr std::array<std::string_view, 8> signs = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return field.starts_with(sign); });
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

std::string shortened(std::string_view text, std::size_t limit) {
  const std::string valid = valid_utf8(text);
  std::string_view rest = valid;
  std::string out;
  for (std::size_t taken = 0; !rest.empty(); ++taken) {
    const std::size_t length = decode_utf8(rest).length;
    if (taken + 1 >= limit && length < rest.size()) return out + "…";
    out += rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return out;
}

std::string shown(std::string_view text, std::size_t limit) { return shortened(console_line(text), limit); }

std::string without_commands(std::string_view line) {
  constexpr std::array<Replacement, 2> commands = {{{"##[", "##\\x5b"}, {"##vso[", "##vso\\x5b"}}};
  std::string out = replaced(line, commands);
  const std::size_t first = after_blanks_and_colors(out);
  if (out.compare(first, 2, "::") == 0) out.replace(first, 1, "\\x3a");
  return out;
}

std::string console_line(std::string_view line) { return without_commands(printable(line)); }

std::string csv_field(std::string_view text) {
  std::string out = console_line(text);
  if (starts_formula(trim(out))) out.insert(0, "'");
  if (out.find_first_of("\",\r\n;") == std::string::npos && trim(out).size() == out.size()) return out;
  constexpr std::array<Replacement, 1> quotes = {{{"\"", "\"\""}}};
  return "\"" + replaced(out, quotes) + "\"";
}

std::string xml_text(std::string_view text) {
  std::string allowed;
  allowed.reserve(text.size());
  while (!text.empty()) {
    const Utf8Char c = decode_utf8(text);
    if (allowed_in_xml(c))
      allowed += text.substr(0, c.length);
    else
      allowed += "\xEF\xBF\xBD";
    text.remove_prefix(c.length);
  }
  return replaced(allowed, kEntities);
}

std::string html_text(std::string_view text) { return replaced(printable(text), kEntities); }

std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : valid_utf8(path)) {
    if (unreserved(c) || c == '/') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

bool inside_root(std::string_view path) {
  if (path.empty() || path.front() == '/') return false;
  const std::vector<std::string_view> parts = split(path, '/');
  return std::find(parts.begin(), parts.end(), "..") == parts.end();
}

std::string github_data(std::string_view text) {
  constexpr std::array<Replacement, 1> table = {{{"%", "%25"}}};
  return replaced(console_line(text), table);
}

std::string github_property(std::string_view text) {
  constexpr std::array<Replacement, 3> table = {{{"%", "%25"}, {":", "%3A"}, {",", "%2C"}}};
  return replaced(console_line(text), table);
}

// U+FF05 looks like a percent sign and is none.
std::string azure_data(std::string_view text) {
  constexpr std::array<Replacement, 5> table = {
      {{"%3B", "％3B"}, {"%0D", "％0D"}, {"%0A", "％0A"}, {"%5D", "％5D"}, {"%25", "％25"}}};
  return replaced(console_line(text), table);
}

std::string azure_property(std::string_view text) {
  constexpr std::array<Replacement, 2> table = {{{";", "%3B"}, {"]", "%5D"}}};
  return replaced(azure_data(text), table);
}

}  // namespace ropc::reporters
