#include "scanner/syntax/literal.h"

#include <algorithm>
#include <cstdint>

#include "common/text.h"

namespace ropc::scanner::syntax {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool word(char c) { return letter(c) || digit(c) || c == '_'; }
int hex(char c) {
  if (digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}
char closing(char open) {
  switch (open) {
    case '(': return ')';
    case '[': return ']';
    case '{': return '}';
    case '<': return '>';
    default: return open;
  }
}

void append_utf8(std::uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x110000) {
    out += static_cast<char>(0xF0U | (code >> 18U));
    out += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

/// Reads up to `most` digits of `base` at `i`; with '{' around them any number up to eight.
std::uint32_t code_at(std::string_view text, std::size_t& i, int most, int base) {
  const bool braced = i < text.size() && text[i] == '{';
  if (braced) {
    ++i;
    most = 8;
  }
  std::uint32_t code = 0;
  for (int n = 0; n < most && i < text.size() && hex(text[i]) >= 0 && hex(text[i]) < base; ++n, ++i) {
    code = code * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(hex(text[i]));
  }
  if (braced && i < text.size() && text[i] == '}') ++i;
  return code;
}

/// Decodes the escape whose letter is at `i`; leaves `i` behind it.
void decode_one(std::string_view text, std::size_t& i, std::string& out) {
  const char c = text[i++];
  switch (c) {
    case 'n': out += '\n'; return;
    case 't': out += '\t'; return;
    case 'r': out += '\r'; return;
    case 'f': case 'v': case 'a': case 'b': case 'e': out += ' '; return;
    case '\n': return;  // a line goes on
    case '\r': if (i < text.size() && text[i] == '\n') ++i; return;
    case 'x': append_utf8(code_at(text, i, 2, 16), out); return;
    case 'u': append_utf8(code_at(text, i, 4, 16), out); return;
    case 'U': append_utf8(code_at(text, i, 8, 16), out); return;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7':
      --i;
      append_utf8(code_at(text, i, 3, 8), out);
      return;
    default: out += c;
  }
}

std::size_t run_of(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && text[at + n] == text[at]) ++n;
  return n;
}

/// `[[text]]`, `[=[text]=]`, `r"(text)"`, `R"x(text)x"`, `r#"text"#`: what stands between the two ends.
bool long_bracket(std::string_view text, std::size_t at, Quoted& out) {
  std::size_t level = 0;
  while (at + 1 + level < text.size() && text[at + 1 + level] == '=') ++level;
  if (at + 1 + level >= text.size() || text[at] != '[' || text[at + 1 + level] != '[') return false;
  out.begin = at + 2 + level;
  out.end = text.size() >= out.begin + 2 + level ? text.size() - 2 - level : out.begin;
  out.raw = true;
  return true;
}

/// Cuts `n` bytes of closing delimiter if the literal is long enough to have one.
void close_after(std::string_view text, std::size_t begin, std::size_t n, Quoted& out) {
  out.begin = std::min(begin, text.size());
  out.end = text.size() >= out.begin + n ? text.size() - n : out.begin;
}

/// Heredocs and here strings: the lines between the first and the last.
bool here_text(std::string_view text, Quoted& out) {
  const bool at_quote = text.starts_with("@\"") || text.starts_with("@'");
  if (text.starts_with("<<") || at_quote) {
    const std::size_t line = text.find('\n');
    if (line == std::string_view::npos || (at_quote && !trim(text.substr(2, line - 2)).empty())) return false;
    const std::size_t last = text.rfind('\n');
    out.begin = line + 1;
    out.end = last > line ? last : text.size();
    out.raw = text.size() > 1 && text[1] == '\'';
    return true;
  }
  return false;
}

}  // namespace

Quoted unquote(std::string_view literal, const StringStyle& style) {
  Quoted out;
  out.end = literal.size();
  if (here_text(literal, out)) return out;
  std::size_t at = 0;
  bool raw = false;
  bool verbatim = false;
  std::size_t hashes = 0;
  bool bracketed = false;  // q(…), %w[…], ~s(…)
  while (at < literal.size() && at < 8 && literal[at] != '"' && literal[at] != '\'' && literal[at] != '`') {
    const char c = literal[at];
    if (c == '[' && long_bracket(literal, at, out)) return out;
    if (at > 0 && bracketed && !letter(c)) break;
    raw = raw || c == 'r' || c == 'R';
    verbatim = verbatim || (c == '@' && style.doubled_quote);
    hashes += c == '#' ? 1 : 0;
    bracketed = bracketed || c == '%' || c == '~' || c == 'q';
    if (!letter(c) && c != '@' && c != '$' && c != '#' && c != '%' && c != '~' && c != '8') break;
    ++at;
  }
  if (at >= literal.size()) {
    out.begin = 0;
    return out;
  }
  const char quote = literal[at];
  const bool is_quote = quote == '"' || quote == '\'' || quote == '`';
  if (!is_quote && !bracketed) {  // a bare word
    out.end = literal.size();
    return out;
  }
  out.quote = quote;
  if (bracketed && !is_quote) {
    close_after(literal, at + 1, literal.back() == closing(quote) ? 1 : 0, out);
    out.raw = literal[0] == 'q' && at == 1;
    return out;
  }
  std::size_t run = run_of(literal, at);
  if (run == 2 || (run > 2 && literal.size() == at + run && run % 2 == 0 && run < 6)) run = 1;  // "" is empty, not an opening
  if (run > 3 && literal.size() == at + run) run = 3;
  if (run < 3) run = 1;
  out.raw = raw || (quote == '\'' && run == 1 && style.single_is_raw && !(at > 0 && literal[0] == '$')) ||
            (quote == '`' && style.backtick_is_raw) || (run >= 3 && style.triple_is_raw && quote == '"');
  out.doubled = verbatim || (out.raw && style.doubled_quote && run == 1);
  if (verbatim) out.raw = true;
  std::size_t begin = at + run;
  std::size_t end = run + hashes;
  if (raw && quote == '"' && hashes == 0 && begin < literal.size()) {  // R"x(…)x", r"(…)"
    const std::size_t paren = literal.find_first_of("([{", begin);
    if (paren != std::string_view::npos && paren - begin <= 16 && literal.size() >= 2 &&
        literal[literal.size() - 2 - (paren - begin)] == closing(literal[paren])) {
      end += paren - begin + 1;
      begin = paren + 1;
    }
  }
  const bool closed = literal.size() >= begin + end && literal[literal.size() - 1 - hashes] == quote;
  close_after(literal, begin, closed ? end : 0, out);
  return out;
}

std::string decode(std::string_view text, char escape, const Quoted& how) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (how.doubled && text[i] == how.quote && i + 1 < text.size() && text[i + 1] == how.quote) {
      out += how.quote;
      i += 2;
    } else if (escape != 0 && text[i] == escape && i + 1 < text.size() && !how.raw) {
      ++i;
      decode_one(text, i, out);
    } else if (escape == '\\' && how.raw && how.quote == '\'' && text[i] == escape && i + 1 < text.size() &&
               (text[i + 1] == '\'' || text[i + 1] == '\\')) {
      out += text[i + 1];
      i += 2;
    } else {
      out += text[i++];
    }
  }
  return out;
}

namespace {

/// Splits plain text at "$name" and "${name}" where the language puts values there.
void append_text(std::string_view raw, std::size_t source, const StringStyle& style, const Quoted& how, std::vector<Piece>& out) {
  const bool holes = style.hole != 0 && style.hole_quotes.find(how.quote) != std::string_view::npos && how.quote != 0;
  std::size_t from = 0;
  const auto flush = [&](std::size_t to) {
    if (to > from) out.push_back({decode(raw.substr(from, to - from), style.escape, how), kNone, {}, source + from});
  };
  for (std::size_t i = 0; holes && i + 1 < raw.size(); ++i) {
    if (raw[i] != style.hole || (i > 0 && raw[i - 1] == style.escape)) continue;
    const bool braced = raw[i + 1] == '{';
    std::size_t end = i + (braced ? 2 : 1);
    const std::size_t begin = end;
    while (end < raw.size() && (word(raw[end]) || (raw[end] == '.' && end + 1 < raw.size() && word(raw[end + 1])))) ++end;
    if (end == begin || digit(raw[begin]) || (braced && (end >= raw.size() || raw[end] != '}'))) continue;
    flush(i);
    out.push_back({{}, kNone, std::string(raw.substr(begin, end - begin)), source + i});
    from = end + (braced ? 1 : 0);
    i = from - 1;
  }
  flush(raw.size());
}

NodeId body_of(const Tree& tree, NodeId heredoc) {
  for (NodeId id = tree.at(heredoc).last; id < tree.size(); ++id) {
    if (tree.form(id) == Form::string && tree.type(id).find("heredoc") != std::string_view::npos) return id;
  }
  return kNone;
}

/// Some grammars leave the marks of a hole ("${" and "}", "\\(" and ")") outside its node.
void drop_hole_marks(std::string_view source, const Node& hole, std::string_view& before, std::size_t& after) {
  struct Marks {
    std::string_view open, close;
  };
  constexpr Marks kMarks[] = {{"${", "}"}, {"#{", "}"}, {"\\(", ")"}, {"{", "}"}, {"$", ""}};
  const char first = hole.begin < source.size() ? source[hole.begin] : '\0';
  for (const Marks& marks : kMarks) {
    if (!before.ends_with(marks.open)) continue;
    if (marks.open == "$" && (first == '$' || first == '{')) continue;
    if (!marks.close.empty() && source.substr(after, 1) != marks.close) continue;
    before.remove_suffix(marks.open.size());
    after += marks.close.size();
    return;
  }
}

void append_string(const Tree& tree, NodeId id, std::vector<Piece>& out) {
  const Node& node = tree.at(id);
  const StringStyle& style = tree.language().strings;
  const std::string_view text = tree.text(id);
  Quoted how = unquote(text, style);
  const std::size_t end = node.begin + how.end;
  std::size_t at = node.begin + how.begin;
  // Holes may sit one level down, below a node of content.
  const auto hole_of = [&](NodeId child) {
    if (tree.form(child) == Form::none || tree.form(child) == Form::content || tree.form(child) == Form::comment) return kNone;
    return child;
  };
  std::vector<NodeId> holes;
  for (const NodeId child : tree.children(id)) {
    if (hole_of(child) != kNone) holes.push_back(child);
    if (tree.form(child) != Form::content) continue;
    for (const NodeId inner : tree.children(child)) {
      if (hole_of(inner) != kNone) holes.push_back(inner);
    }
  }
  for (const NodeId hole : holes) {
    const Node& there = tree.at(hole);
    if (there.begin < at || there.end > end) continue;
    std::string_view before = tree.source().substr(at, there.begin - at);
    std::size_t after = there.end;
    drop_hole_marks(tree.source(), there, before, after);
    append_text(before, at, style, how, out);
    out.push_back({{}, hole, {}, there.begin});
    at = after;
  }
  if (at < end) append_text(tree.source().substr(at, end - at), at, style, how, out);
}

}  // namespace

std::vector<Piece> pieces_of(const Tree& tree, NodeId string) {
  std::vector<Piece> out;
  switch (tree.form(string)) {
    case Form::string:
      append_string(tree, string, out);
      break;
    case Form::joined:
      for (const NodeId part : tree.children(string)) {
        const NodeId inner = tree.strip(part);
        if (tree.form(inner) == Form::string) {
          append_string(tree, inner, out);
        } else if (tree.form(inner) != Form::none) {
          out.push_back({{}, inner, {}, tree.at(inner).begin});
        }
      }
      break;
    case Form::heredoc:
      if (const NodeId body = body_of(tree, string); body != kNone) append_string(tree, body, out);
      break;
    case Form::symbol:
    case Form::number: {
      std::string_view text = tree.text(string);
      while (!text.empty() && (text.front() == ':' || text.front() == '-') && text.size() > 1) text.remove_prefix(1);
      while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.remove_suffix(1);
      if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
        text = text.substr(1, text.size() - 2);
      }
      out.push_back({std::string(text), kNone, {}, tree.at(string).begin});
      break;
    }
    default:
      break;
  }
  return out;
}

std::vector<Piece> words_of(const Tree& tree, NodeId words) {
  std::vector<Piece> out;
  const std::string_view text = tree.text(words);
  Quoted how = unquote(text, tree.language().strings);
  if (text.starts_with("qw")) {  // qw may stand apart from its brackets
    const std::size_t open = text.find_first_not_of(" \t", 2);
    if (open != std::string_view::npos) close_after(text, open + 1, 1, how);
  }
  std::size_t at = how.begin;
  while (at < how.end) {
    while (at < how.end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) ++at;
    std::size_t end = at;
    while (end < how.end && text[end] != ' ' && text[end] != '\n' && text[end] != '\t' && text[end] != '\r') ++end;
    if (end > at) out.push_back({std::string(text.substr(at, end - at)), kNone, {}, tree.at(words).begin + at});
    at = end;
  }
  return out;
}

}  // namespace ropc::scanner::syntax
