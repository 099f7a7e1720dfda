#include <algorithm>
#include <string>

#include "scanner/config/line_format.h"
#include "scanner/config/readers.h"

namespace ropc::scanner::config {
namespace {

/// Past the closing quote of the value that starts at `at` with `quote`; npos when it is not closed.
std::size_t quoted_end(std::string_view text, std::size_t at, char quote) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\')
      ++i;
    else if (text[i] == quote)
      return i + 1;
  }
  return std::string_view::npos;
}

std::string without_slashes(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size() && (raw[i + 1] == '"' || raw[i + 1] == '\\' || raw[i + 1] == '$')) ++i;
    out += raw[i];
  }
  return out;
}

/// End of an unquoted value: a comment begins at '#' after a blank.
std::size_t bare_end(std::string_view text, std::size_t at, std::size_t line_end) {
  for (std::size_t i = at; i < line_end; ++i)
    if (text[i] == '#' && (i == at || text[i - 1] == ' ' || text[i - 1] == '\t')) return i;
  return line_end;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

}  // namespace

Parsed read_env(std::string_view text) {
  Parsed out(text);
  PathTree paths(out.tree);
  LineCursor lines(text);
  // A quote that is never closed is looked for once, not on every line.
  bool closes[2] = {true, true};
  while (lines.next()) {
    Region content = trimmed(text, lines.begin(), lines.end());
    if (content.begin == content.end) continue;
    if (text[content.begin] == '#') {
      out.comments.push_back(content);
      continue;
    }
    std::size_t name = content.begin;
    for (const std::string_view word : {"export ", "set ", "declare -x ", "ENV ", "ARG "})
      if (text.substr(name, word.size()) == word) name += word.size();
    const std::size_t equal = text.substr(0, content.end).find('=', name);
    if (equal == std::string_view::npos) continue;
    const Region key = trimmed(text, name, equal);
    if (!is_name(text.substr(key.begin, key.end - key.begin))) continue;
    const NodeId id = out.tree.add(paths.document(), NodeType::scalar, out.tree.slice(key.begin, key.end), content.begin);
    if (id == kNoNode) {
      out.fault = "it has too many values";
      break;
    }
    const std::size_t value = trimmed(text, equal + 1, content.end).begin;
    const char quote = value < content.end ? text[value] : ' ';
    bool& closing = closes[quote == '"' ? 0 : 1];
    const bool quoted = (quote == '"' || quote == '\'') && closing;
    const std::size_t close = quoted ? quoted_end(text, value, quote) : std::string_view::npos;
    if (quoted && close == std::string_view::npos) closing = false;
    if (close != std::string_view::npos) {
      const std::string_view inside = text.substr(value + 1, close - value - 2);
      set_value(out.tree, id, value + 1, close - 1, quote == '"' ? without_slashes(inside) : std::string(inside));
      out.tree.at(id).quoted = true;
      if (inside.find('\n') != std::string_view::npos) out.tree.at(id).lines = Lines::kept;
      lines.jump(close);
    } else {
      const std::size_t stop = bare_end(text, value, content.end);
      const Region bare = trimmed(text, value, stop);
      set_value(out.tree, id, bare.begin, bare.end);
      if (stop < content.end) out.comments.push_back({stop, content.end});
    }
  }
  return out;
}

}  // namespace ropc::scanner::config
