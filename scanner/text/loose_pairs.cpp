#include "scanner/text/loose_pairs.h"

#include <algorithm>

#include "common/text.h"

namespace ropc::scanner {
namespace {

constexpr std::size_t kMaxKey = 80;
constexpr std::size_t kMaxValue = 300;
constexpr int kMaxLineEnds = 2;
constexpr int kMaxListItems = 24;

bool key_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

bool value_char(char c) { return key_char(c) || c == ':' || c == '/' || c == '%' || c == '+' || c == '@' || c == '~'; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Moves over a text from the left.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
  bool take(std::string_view word) {
    if (peek() != word.front() || !text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool take_folded(std::string_view word) {
    if (!equal_ignoring_case(text_.substr(at_, word.size()), word)) return false;
    at_ += word.size();
    return true;
  }
  /// Blanks, and line ends while there are some left to take. A backslash or '^' at a line's end continues it.
  void blanks(int& line_ends) {
    while (!done()) {
      const char c = peek();
      if (c == '\n' ? line_ends-- <= 0 : (c != ' ' && c != '\t' && c != '\r')) {
        if (c == '\n') ++line_ends;
        return;
      }
      ++at_;
    }
  }
  /// One quote in any dress; false: none here. `"` `'` `` ` `` `\"` `\\"` `&quot;` `%22`.
  bool quote() {
    for (const std::string_view dress : {"\\\\\\\"", "\\\"", "\\'", "&quot;", "&#34;", "%22", "\"", "'", "`"})
      if (take(dress)) return true;
    return false;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

struct Separator {
  bool found = false;
  bool compared = false;
  bool form = false;      ///< '=' of a form: no blanks around
  std::string_view shape = "assignment";
};

/// `value` in `"value": "password"`, value="password", .value = …
bool value_word(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.quote();
  (void)(ahead.take(".") || ahead.take("<"));
  const bool word = ahead.take_folded("value") || ahead.take_folded("val") || ahead.take_folded("content");
  if (!word) return false;
  ahead.quote();
  int none = 0;
  ahead.blanks(none);
  if (!ahead.take("=") && !ahead.take(":") && !ahead.take(">")) return false;
  cursor = ahead;
  return true;
}

/// What stands between key and value. `quoted`: a quote closed the key; `markup`: '<' opened it.
Separator separator(Cursor& cursor, bool quoted, bool markup, int& line_ends) {
  Separator out;
  const std::size_t before = cursor.at();
  cursor.take("]");
  if (markup && cursor.take(">")) return {true, false, false, "markup"};
  int same_line = 0;
  cursor.blanks(same_line);
  const bool blank = cursor.at() != before;
  if (cursor.take("===") || cursor.take("==") || cursor.take("!==") || cursor.take("!=") || cursor.take("=~")) {
    out.found = out.compared = true;
  } else if (cursor.take("=>") || cursor.take("->") || cursor.take(":=")) {
    out.found = true;
    out.shape = "dictionary";
  } else if (cursor.take("=") || cursor.take("%3D") || cursor.take("%3d") || cursor.take("&#61;")) {
    out.found = true;
    out.form = !blank && !quoted;
  } else if (cursor.take(":")) {
    out.found = true;
    out.shape = "dictionary";
  } else if (quoted && (cursor.peek() == ',' || cursor.peek() == '/' || cursor.peek() == ' ' || cursor.peek() == '\n' || cursor.peek() == '\r' || blank)) {
    cursor.take(",");
    cursor.blanks(line_ends);
    out.found = value_word(cursor);
    out.shape = "dictionary";
    return out;
  }
  return out;
}

/// `${NAME…`, `$NAME`, `{{name`, `%(name)s`, `#{name`, `\(name`, `{name}`: the name; the cursor stands behind it.
bool placeholder(Cursor& cursor, std::string_view text, LoosePair& out) {
  Cursor ahead = cursor;
  const bool opened = ahead.take("${{") || ahead.take("${") || ahead.take("$(") || ahead.take("{{") || ahead.take("#{") ||
                      ahead.take("\\(") || ahead.take("%(") || ahead.take("{$") || ahead.take("$") || ahead.take("{");
  if (!opened) return false;
  int none = 0;
  ahead.blanks(none);
  std::size_t end = ahead.at();
  while (end < text.size() && (key_char(text[end]) || text[end] == '>')) ++end;
  out.name = std::string(text.substr(ahead.at(), end - ahead.at()));
  if (const std::size_t arrow = out.name.find("->"); arrow != std::string::npos) out.name.replace(arrow, 2, ".");
  return true;
}

/// Number of holes of a format that end at or before `end`; formats are not longer than a window.
std::size_t holes_before(std::string_view text, std::size_t end) {
  constexpr std::size_t kWindow = 4096;
  std::size_t count = 0;
  for (std::size_t i = end > kWindow ? end - kWindow : 0; i + 1 < std::min(end, text.size()); ++i) {
    if (text[i] == '%' && (text[i + 1] == 's' || text[i + 1] == '@' || text[i + 1] == 'v' || text[i + 1] == 'd' || text[i + 1] == 'q')) ++count;
    if (text[i] == '{' && text[i + 1] == '}') ++count;
  }
  return count;
}

/// A hole at `at`: its number from 1, else 0.
std::size_t hole_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("%s") || rest.starts_with("%@") || rest.starts_with("%v") || rest.starts_with("%q") || rest.starts_with("{}"))
    return holes_before(text, at) + 1;
  if (rest.size() > 2 && rest[0] == '{' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == '}')
    return static_cast<std::size_t>(rest[1] - '0') + 1;
  if (rest.size() > 1 && rest[0] == '%' && rest[1] >= '1' && rest[1] <= '9') return static_cast<std::size_t>(rest[1] - '0');
  return 0;
}

class Finder {
 public:
  Finder(std::string_view text, const std::function<bool(std::string_view)>& wants,
         const std::function<void(const LoosePair&)>& found)
      : text_(text), wants_(&wants), found_(&found) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (!key_char(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text_.size() && key_char(text_[end])) ++end;
      const std::size_t begin = at;
      at = end;
      key(begin, end);
    }
  }

 private:
  void key(std::size_t begin, std::size_t end) {
    // "%26grant_type": the run begins with the digits of the escape.
    if (begin > 0 && text_[begin - 1] == '%' && end - begin > 2 && hex_digit(text_[begin]) >= 0 && hex_digit(text_[begin + 1]) >= 0)
      begin += 2;
    while (begin < end && (text_[begin] == '-' || text_[begin] == '.')) ++begin;
    if (end - begin < 2 || end - begin > kMaxKey) return;
    Cursor cursor(text_, end);
    const bool quoted = cursor.quote();
    const bool markup = begin > 0 && text_[begin - 1] == '<';
    int line_ends = kMaxLineEnds;
    const Separator between = separator(cursor, quoted, markup, line_ends);
    if (!between.found) return;
    const std::string_view word = text_.substr(begin, end - begin);
    if (!(*wants_)(word)) return;
    LoosePair out;
    out.key = word;
    out.key_at = {begin, end};
    out.shape = between.form ? "form-string" : between.shape;
    // [ "$grant_type" = "password" ] asks, it does not give.
    const bool variable = begin > 0 && (text_[begin - 1] == '$' || text_[begin - 1] == '{');
    out.compared = between.compared || (variable && !between.form);
    values(cursor, between, line_ends, out);
  }

  void values(Cursor cursor, const Separator& between, int line_ends, LoosePair& out) {
    if (between.form) line_ends = 0;
    cursor.blanks(line_ends);
    const bool list = openers(cursor, line_ends);
    cursor.quote();
    if (cursor.done()) {
      out.open = true;
      out.value_at = {cursor.at(), cursor.at()};
      (*found_)(out);
      return;
    }
    for (int item = 0; item < kMaxListItems; ++item) {
      one_value(cursor, out);
      (*found_)(out);
      if (!next_item(cursor, list)) return;
    }
  }

  /// Brackets before a value; true when they open a list.
  bool openers(Cursor& cursor, int& line_ends) const {
    bool list = false;
    for (int i = 0; i < 3; ++i) {
      const char next = cursor.at() + 1 < text_.size() ? text_[cursor.at() + 1] : '\0';
      const bool brace = cursor.peek() == '{' && (next == '"' || next == '\'' || next == ' ' || next == '\n');
      if (cursor.peek() == '[' || brace)
        list = cursor.take("[") || cursor.take("{");
      else if (!cursor.take("(") && !cursor.take("@"))
        break;
      if (list) cursor.blanks(line_ends);
    }
    return list;
  }

  void one_value(Cursor& cursor, LoosePair& out) {
    out.value.clear();
    out.name.clear();
    out.holes = hole_at(text_, cursor.at());
    const std::size_t begin = cursor.at();
    if (out.holes == 0 && !placeholder(cursor, text_, out)) {
      std::size_t end = begin;
      while (end < text_.size() && end - begin < kMaxValue && value_char(text_[end])) ++end;
      // In an encoded text "%26" is the '&' that ends the value.
      const std::string_view run = text_.substr(begin, end - begin);
      for (const std::string_view stop : {"%26", "%22", "%7D", "%7d"})
        if (const std::size_t at = run.find(stop); at != std::string_view::npos) end = std::min(end, begin + at);
      while (end > begin && (text_[end - 1] == '.' || text_[end - 1] == ':')) --end;
      out.value = percent_decoded(text_.substr(begin, end - begin));
      cursor = Cursor(text_, end);
    }
    out.value_at = {begin, std::max(cursor.at(), begin)};
  }

  /// Over to the next item of a list: `"a", "b"` or a,b. False: there is none.
  bool next_item(Cursor& cursor, bool list) {
    cursor.quote();
    int line_ends = list ? 2 : 0;
    if (list) cursor.blanks(line_ends);
    if (!cursor.take(",") && !(list && cursor.peek() == '"')) return false;
    cursor.blanks(line_ends);
    (void)cursor.take("@");
    if (!cursor.quote() && !list && !key_char(cursor.peek())) return false;
    if (list) return true;
    // a,b,c without brackets: no word after it that makes it the next pair
    std::size_t end = cursor.at();
    while (end < text_.size() && key_char(text_[end])) ++end;
    return end > cursor.at() && (end == text_.size() || (text_[end] != '=' && text_[end] != ':' && text_[end] != '('));
  }

  std::string_view text_;
  const std::function<bool(std::string_view)>* wants_;
  const std::function<void(const LoosePair&)>* found_;
};

}  // namespace

void loose_pairs(std::string_view text, const std::function<bool(std::string_view)>& wants,
                 const std::function<void(const LoosePair&)>& found) {
  Finder(text, wants, found).run();
}

}  // namespace ropc::scanner
