#include "scanner/config/template_holes.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace ropc::scanner::config {
namespace {

struct Brackets {
  std::string_view open, close;
  bool statement;
};

constexpr std::array kBrackets = {Brackets{"{{", "}}", false}, Brackets{"{%", "%}", true}, Brackets{"{#", "#}", true},
                                  Brackets{"<%", "%>", true}};

/// First words of Go template actions that give no value.
constexpr std::array<std::string_view, 12> kActions = {"if",     "else",  "end",      "range", "with", "define",
                                                       "block",  "break", "continue", "/*",    "#if",  "/if"};

std::size_t nested_end(std::string_view text, std::size_t at) noexcept {
  const std::size_t limit = std::min(text.size(), at + 256);
  std::size_t open = 1;
  for (std::size_t i = at + 2; i < limit; ++i) {
    if (text[i] == '\n' || text[i] == '"') return at;
    if (text[i] == '{') ++open;
    if (text[i] == '}' && --open == 0) return i + 1;
  }
  return at;
}

bool is_action(std::string_view inside) noexcept {
  if (!inside.empty() && (inside.front() == '-' || inside.front() == '~')) inside.remove_prefix(1);
  inside = trim(inside);
  if (inside.starts_with("$") && inside.find(":=") != std::string_view::npos) return true;
  return std::any_of(kActions.begin(), kActions.end(), [inside](std::string_view word) {
    if (!inside.starts_with(word)) return false;
    const char next = inside.size() > word.size() ? inside[word.size()] : ' ';
    return word == "/*" || next == ' ' || next == '-' || next == '\n' || next == '}';
  });
}

/// The hole at `at` and whether it is a statement.
std::size_t hole(std::string_view text, std::size_t at, bool& statement) noexcept {
  statement = false;
  if (at + 1 >= text.size() || (text[at] != '{' && text[at] != '$' && text[at] != '<')) return at;
  if (text[at] == '$') return text[at + 1] == '{' ? nested_end(text, at) : at;
  for (const Brackets& b : kBrackets) {
    if (text.substr(at, 2) != b.open) continue;
    const std::string_view reach = text.substr(at, kMaxHole);
    const std::size_t close = reach.find(b.close, 2);
    if (close == std::string_view::npos) return at;
    statement = b.statement || is_action(reach.substr(2, close - 2));
    return at + close + 2;
  }
  return at;
}

/// Blanks out what is left of a line that holds no more than holes: a value of its own would be a second one.
void clear_lone(std::string& out, std::size_t line, std::size_t end) {
  const std::string_view content = trim(std::string_view(out).substr(line, end - line));
  if (!content.empty() && content.find_first_not_of(std::string_view("\x7F ", 2)) == std::string_view::npos)
    std::replace(out.begin() + static_cast<std::ptrdiff_t>(line), out.begin() + static_cast<std::ptrdiff_t>(end), kFiller, ' ');
}

}  // namespace

std::size_t hole_end(std::string_view text, std::size_t at) noexcept {
  bool statement = false;
  return hole(text, at, statement);
}

std::size_t statement_end(std::string_view text, std::size_t at) noexcept {
  bool statement = false;
  const std::size_t end = hole(text, at, statement);
  return statement ? end : at;
}

std::string filled_holes(std::string_view text) {
  std::string out(text);
  std::size_t line = 0;
  for (std::size_t i = 0; i < text.size();) {
    bool statement = false;
    const bool expression = i != 0 && text[i - 1] == '$';  // ${{ }} of CI pipelines is plain YAML
    const std::size_t end = text[i] == '$' || expression ? i : hole(text, i, statement);
    for (std::size_t k = i; k < end; ++k) {
      if (text[k] == '\n')
        line = k + 1;
      else
        out[k] = statement ? ' ' : kFiller;
    }
    if (end != i) {
      i = end;
      continue;
    }
    if (text[i++] != '\n') continue;
    clear_lone(out, line, i - 1);
    line = i;
  }
  clear_lone(out, line, out.size());
  return out;
}

}  // namespace ropc::scanner::config
