#include <algorithm>
#include <string>

#include "scanner/config/decode.h"
#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\f'; }

/// Whether a line ends in an odd number of backslashes: it goes on on the next one.
bool continues(std::string_view line) {
  std::size_t slashes = 0;
  while (slashes < line.size() && line[line.size() - 1 - slashes] == '\\') ++slashes;
  return slashes % 2 == 1;
}

/// Without escapes (java.util.Properties#load): those of JSON, and a backslash before any other character.
std::string unescaped(std::string_view raw) {
  return raw.find('\\') == std::string_view::npos ? std::string(raw) : json_unescaped(raw);
}

/// Length of the key at the start of a logical line.
std::size_t key_length(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] != '=' && line[at] != ':' && !blank(line[at])) at += line[at] == '\\' ? 2U : 1U;
  return std::min(at, line.size());
}

}  // namespace

Parsed read_properties(std::string_view text) {
  Parsed out(text);
  PathTree paths(out.tree);
  LineCursor lines(text);
  while (lines.next()) {
    const Region content = trimmed(text, lines.begin(), lines.end());
    if (content.begin == content.end) continue;
    if (text[content.begin] == '#' || text[content.begin] == '!') {
      out.comments.push_back(content);
      continue;
    }
    std::string logical(text.substr(content.begin, lines.end() - content.begin));
    const std::size_t first_line = logical.size();
    while (continues(logical)) {
      logical.pop_back();
      if (!lines.next()) break;
      const Region more = trimmed(text, lines.begin(), lines.end());
      logical += text.substr(more.begin, lines.end() - more.begin);
    }
    const std::size_t end = trimmed(text, content.begin, lines.end()).end;
    const std::size_t key = key_length(logical);
    std::size_t value = key;
    while (value < logical.size() && blank(logical[value])) ++value;
    if (value < logical.size() && (logical[value] == '=' || logical[value] == ':')) ++value;
    while (value < logical.size() && blank(logical[value])) ++value;
    const NodeId id = paths.scalar(paths.document(), unescaped(std::string_view(logical).substr(0, key)), content.begin);
    if (id == kNoNode) {
      out.fault = "it has too many values";
      break;
    }
    const std::size_t value_at = std::min(content.begin + std::min(value, first_line), end);
    const Region kept = trimmed(logical, value, logical.size());
    set_value(out.tree, id, value_at, end, unescaped(std::string_view(logical).substr(kept.begin, kept.end - kept.begin)));
    if (logical.size() != first_line) out.tree.at(id).lines = Lines::folded;
  }
  return out;
}

}  // namespace ropc::scanner::config
