#include "reporters/markdown_text.h"

#include <algorithm>

#include "common/text.h"
#include "reporters/escape.h"
#include "reporters/rule_book.h"

namespace ropc::reporters {
namespace {

constexpr std::size_t kMaxCode = 120;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool alphanumeric(char c) { return digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

std::size_t longest_run(std::string_view text, char c) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char x : text) {
    run = x == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// Platforms make links, mentions and issue references of such words, whatever is escaped in them.
bool would_link(std::string_view word) {
  const std::size_t hash = word.find('#');
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         contains_ignoring_case(word, "www.") ||
         (hash != std::string_view::npos && hash + 1 < word.size() && digit(word[hash + 1]));
}

/// A '_' inside a word is plain text.
bool plain_underscore(std::string_view word, std::size_t at) {
  return at > 0 && at + 1 < word.size() && alphanumeric(word[at - 1]) && alphanumeric(word[at + 1]);
}

void append_escaped(std::string& out, std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (std::string_view("\\`*[]|~$").find(c) != std::string_view::npos || (c == '_' && !plain_underscore(word, at)))
      out += {'\\', c};
    else
      out += c;
  }
}

/// The first word of a block may begin a heading, a list, a quote or a rule.
std::string escaped_start(std::string_view word) {
  if (std::string_view("#+-=:").find(word.front()) != std::string_view::npos) return "\\";
  return {};
}

bool ordered_item(std::string_view word) {
  const std::size_t end = word.find_first_not_of("0123456789");
  return end != std::string_view::npos && end > 0 && end + 1 == word.size() && (word[end] == '.' || word[end] == ')');
}

/// Words without backticks, after what `out` holds already.
void append_words(std::string& out, std::string_view text) {
  bool first = true;
  for (const std::string_view word : split(text, ' ')) {
    if (!first) out += ' ';
    first = false;
    if (word.empty()) continue;
    if (would_link(word)) {
      out += md_code(word);
    } else if (out.empty() && ordered_item(word)) {
      out += std::string(word.substr(0, word.size() - 1)) + "\\" + word.back();
    } else {
      if (out.empty()) out += escaped_start(word);
      append_escaped(out, word);
    }
  }
}

}  // namespace

std::string md_code(std::string_view text) {
  if (text.empty()) return "(empty)";
  const std::string shown = reporters::shown(text, kMaxCode);
  const std::string fence(longest_run(shown, '`') + 1, '`');
  // A code span drops one blank at each end when there is one at both, and needs one beside a backtick.
  const bool pad = shown.front() == '`' || shown.back() == '`' || shown.front() == ' ' || shown.back() == ' ';
  return fence + (pad ? " " : "") + shown + (pad ? " " : "") + fence;
}

std::string md_text(std::string_view text) {
  const std::string line = printable(text);
  std::string_view rest = line;
  std::string out;
  while (!rest.empty()) {
    const std::size_t open = rest.find('`');
    append_words(out, rest.substr(0, open));
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open + 1);
    const std::size_t close = rest.find('`');
    if (close == std::string_view::npos || close == 0) {
      out += "\\`";
      continue;
    }
    out += md_code(rest.substr(0, close));
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::string md_paragraphs(std::string_view text) {
  std::string out;
  bool first = true;
  for (const std::string_view line : split(text, '\n')) {
    out += (first ? "" : "\n") + md_text(line);
    first = false;
  }
  return out;
}

std::string md_block(std::string_view text, std::string_view language, std::string_view indent) {
  const std::string fence(std::max<std::size_t>(3, longest_run(text, '`') + 1), '`');
  std::string out = std::string(indent) + fence + std::string(language) + "\n";
  for (const std::string_view line : split(trim(text), '\n')) out += std::string(indent) + console_line(line) + "\n";
  return out + std::string(indent) + fence + "\n";
}

std::string md_cell(std::string_view markdown) {
  std::string out;
  std::size_t backslashes = 0;  // just before; an odd number of them escapes what follows
  for (const char c : markdown) {
    if (c == '|' && backslashes % 2 == 0) out += '\\';
    backslashes = c == '\\' ? backslashes + 1 : 0;
    out += c;
  }
  return out;
}

std::string md_link(std::string_view words, std::string_view url) {
  if (!is_web_address(url)) return md_code(url);
  return "[" + md_text(words) + "](" + std::string(url) + ")";
}

}  // namespace ropc::reporters
