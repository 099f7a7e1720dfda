#include "scanner/text/code_calls.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text.h"

namespace ropc::scanner {
namespace {

constexpr std::size_t npos = Reader::npos;
constexpr std::size_t kMaxArguments = 64;
constexpr std::size_t kMaxCommandWords = 60;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kDeclares = {"def", "func", "function", "fn", "sub", "fun", "class", "interface", "struct"};
/// Words before a call that are no return type of a declaration.
constexpr std::array<std::string_view, 23> kBeforeCalls = {"return", "new",  "await", "throw",  "else", "in",   "yield", "not",  "and", "or",  "do",
                                                           "then",   "case", "when",  "assert", "puts", "echo", "print", "if",   "unless", "try", "go", "defer"};

/// `-u`, `--user-name`, `/p:`: the option's name; empty: none.
std::string_view option_name(std::string_view word) {
  if (word.size() < 2 || word.front() != '-') return {};
  while (!word.empty() && word.front() == '-') word.remove_prefix(1);
  return word;
}

class CallFinder {
 public:
  CallFinder(const Reader& reader, const std::function<bool(std::string_view)>& wants,
             const std::function<void(const CallFact&)>& found)
      : reader_(&reader), wants_(&wants), found_(&found) {}

  void run() {
    if (reader_->syntax().prose) return;
    const bool shell = reader_->document().language == "bash" || reader_->document().language == "powershell" ||
                       reader_->document().language == "batch" || reader_->document().language == "dockerfile" ||
                       reader_->document().language == "makefile";
    for (std::size_t i = 0; i < reader_->tokens().size(); ++i) {
      if (!reader_->is_word(i)) continue;
      if (shell) command(i);
      if ((*wants_)(reader_->at(i))) call(i);
      if (reader_->at(i + 1) == "!" && reader_->at(i + 2) == "(" && (*wants_)(std::string(reader_->at(i)) + "!")) call(i);
    }
  }

 private:
  void call(std::size_t i) {
    std::size_t open = reader_->next(i);
    if (reader_->at(open) == "!") open = reader_->next(open);
    if (reader_->at(open) == "<") open = behind_generics(open);
    const std::size_t before = reader_->previous(i);
    const std::string_view previous = before == npos ? std::string_view() : reader_->at(before);
    CallFact fact;
    fact.name = std::string(reader_->at(i));
    fact.qualifier = reader_->dotted_before(i);
    fact.creates = created(i);
    if (fact.creates) fact.type = fact.qualifier.empty() ? fact.name : fact.qualifier + "." + fact.name;
    const bool parenthesised = reader_->at(open) == "(";
    if (!parenthesised && !fact.creates && !without_parentheses(open)) return;
    if (is_one_of(kDeclares, previous)) return;
    std::size_t end = i;
    if (parenthesised) {
      end = reader_->closing(open);
      arguments(open, end, fact);
      const bool typed_before = before != npos && reader_->is_word(before) && !is_one_of(kBeforeCalls, previous);
      if (typed_before && !fact.creates && reader_->at(reader_->next(end)) == "{") fact.role = Role::declared;
      // C#: new X(…) { A = 1 }
      if (fact.creates && reader_->at(reader_->next(end)) == "{") end = options(reader_->next(end), fact);
    } else if (fact.creates && reader_->at(open) == "{") {
      end = options(open, fact);
    } else if (!fact.creates) {
      end = bare_arguments(open, fact);
    }
    emit(fact, i, end);
  }

  void emit(CallFact& fact, std::size_t first, std::size_t last) {
    const auto& tokens = reader_->tokens();
    last = std::min(std::max(first, last), tokens.size() - 1);
    fact.where = {tokens[first].begin, tokens[last].end};
    (*found_)(fact);
  }

  /// `new a.b.X`, `X.new` is a call of `new`.
  [[nodiscard]] bool created(std::size_t i) const {
    std::size_t first = i;
    while (first >= 2 && (reader_->at(first - 1) == "." || reader_->at(first - 1) == "::" || reader_->at(first - 1) == "\\") && reader_->is_word(first - 2) &&
           reader_->at(first - 2) != "new")
      first -= 2;
    if (first >= 1 && reader_->at(first - 1) == "\\") --first;
    return first >= 1 && (reader_->at(first - 1) == "new" || reader_->at(first - 1) == "New");
  }

  /// Ruby, Elixir, Groovy, Perl: `client.password.get_token user, secret`.
  [[nodiscard]] bool without_parentheses(std::size_t next) const {
    const std::string& language = reader_->document().language;
    if (language != "ruby" && language != "elixir" && language != "groovy") return false;
    if (!reader_->is_word(next) && !reader_->is_string(next)) return false;
    return same_line(next - 1, next);
  }

  [[nodiscard]] bool same_line(std::size_t a, std::size_t b) const {
    const auto& tokens = reader_->tokens();
    const LineIndex& lines = reader_->document().lines;
    return b < tokens.size() && lines.line(tokens[a].begin) == lines.line(tokens[b].begin);
  }

  [[nodiscard]] std::size_t behind_generics(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i < open + 20; ++i) {
      if (reader_->at(i) == "<") ++depth;
      if (reader_->at(i) == ">" && --depth == 0) return reader_->next(i);
      if (reader_->at(i) == ";" || reader_->at(i) == "(") return open;
    }
    return open;
  }

  /// The arguments between the brackets; entries of an object that is an argument are options.
  void arguments(std::size_t open, std::size_t close, CallFact& fact) const {
    std::size_t i = reader_->next(open);
    while (i < close && fact.arguments.size() < kMaxArguments) {
      std::size_t behind = i;
      const std::size_t before = i;
      if (reader_->at(i) == "{" || reader_->at(i) == "@") {
        fact.arguments.push_back({"", Value{}, {}, false});
        const std::size_t end = reader_->closing(reader_->at(i) == "@" ? i + 1 : i);
        entries(i, end, fact);
        behind = reader_->next(end);
      } else {
        fact.arguments.push_back(argument(i, behind));
      }
      i = reader_->at(behind) == "," ? reader_->next(behind) : std::max(behind, before) + 1;
    }
  }

  std::size_t options(std::size_t open, CallFact& fact) const {
    const std::size_t end = reader_->closing(open);
    entries(open, end, fact);
    return end;
  }

  void entries(std::size_t open, std::size_t close, CallFact& fact) const {
    std::size_t i = reader_->next(open);
    while (i < close && fact.arguments.size() < kMaxArguments) {
      std::size_t behind = i;
      Argument entry = argument(i, behind);
      if (entry.name.empty()) entry.name = entry.value.name;  // { username, password }
      entry.option = true;
      if (!entry.name.empty()) fact.arguments.push_back(std::move(entry));
      i = std::max(behind, i) + 1;
    }
  }

  [[nodiscard]] std::size_t bare_end(std::size_t i) const {
    while (i + 1 < reader_->tokens().size() && same_line(i, i + 1)) ++i;
    return i;
  }

  std::size_t bare_arguments(std::size_t first, CallFact& fact) const {
    const std::size_t end = bare_end(first);
    std::size_t i = first;
    while (i <= end && fact.arguments.size() < kMaxArguments) {
      std::size_t behind = i;
      fact.arguments.push_back(argument(i, behind));
      if (reader_->at(behind) != ",") break;
      i = reader_->next(behind);
    }
    return end;
  }

  /// One argument from `i` on: `value`, `name = value`, `name: value`, `"name" => value`.
  Argument argument(std::size_t i, std::size_t& behind) const {
    Argument out;
    std::size_t start = i;
    const std::size_t mark = reader_->next(i);
    const bool colon = reader_->at(mark) == ":" && reader_->at(mark + 1) != ":";
    if ((reader_->is_word(i) && (colon || reader_->at(mark) == "=" || reader_->at(mark) == "=>")) ||
        (reader_->is_string(i) && (colon || reader_->at(mark) == "=>"))) {
      out.name = reader_->is_string(i) ? reader_->content(i) : std::string(reader_->at(i));
      start = reader_->next(mark);
    } else if (reader_->at(i) == ":" && reader_->is_word(i + 1) && reader_->at(i + 2) == "=>") {
      out.name = std::string(reader_->at(i + 1));
      start = i + 3;
    }
    std::vector<Value> values = reader_->expression(start, behind);
    const auto& tokens = reader_->tokens();
    if (behind > start && start < tokens.size()) {
      out.where = {tokens[start].begin, tokens[std::min(behind, tokens.size()) - 1].end};
      const std::string_view text = reader_->text().substr(out.where.begin, out.where.end - out.where.begin);
      const bool single = behind - start <= 2 || text.find('(') == std::string_view::npos;
      if (values.size() == 1 && single) out.value = std::move(values[0]);
      if (!out.value.known || !out.value.path.empty()) out.value.source = source_of(text);
    }
    return out;
  }

  /// A command of a shell: its words are positional, its options named arguments.
  void command(std::size_t i) {
    const auto& tokens = reader_->tokens();
    const std::size_t begin = tokens[i].begin;
    const std::string_view text = reader_->text();
    if (begin > 0 && std::string_view(" \t\n;|&(`{\"'").find(text[begin - 1]) == std::string_view::npos) return;
    std::size_t end = begin;
    const std::string_view word = shell_word(end);
    if (!(*wants_)(word)) return;
    CallFact fact;
    fact.name = std::string(word);
    std::string pending;
    bool has_pending = false;
    for (std::size_t count = 0; count < kMaxCommandWords; ++count) {
      std::size_t start = end;
      if (!to_next_word(start)) break;
      std::size_t after = start;
      const std::string_view next = shell_word(after);
      if (after == start) break;
      end = after;
      Value value{.known = next.find('$') == std::string_view::npos, .text = std::string(next), .name = {}, .path = {}};
      value.source = value.known ? CredentialSource::literal : source_of(next);
      if (!value.known && next.front() == '$') value.name = std::string(next.substr(1));
      const std::string_view option = option_name(next);
      if (!option.empty()) {
        if (has_pending) fact.arguments.push_back({pending, Value{}, {start, after}, false});
        const std::size_t equals = option.find('=');
        pending = std::string(option.substr(0, equals));
        has_pending = equals == std::string_view::npos;
        if (!has_pending) {
          value.text = std::string(option.substr(equals + 1));
          fact.arguments.push_back({pending, value, {start, after}, false});
        }
      } else {
        fact.arguments.push_back({has_pending ? pending : std::string(), std::move(value), {start, after}, false});
        has_pending = false;
      }
    }
    if (has_pending) fact.arguments.push_back({pending, Value{}, {end, end}, false});
    fact.where = {begin, end};
    if (reader_->at(i + 1) != "(") (*found_)(fact);
  }

  /// Over blanks and continued lines; false: the command ends here.
  bool to_next_word(std::size_t& at) const {
    const std::string_view text = reader_->text();
    while (at < text.size()) {
      const char c = text[at];
      const bool continued = (c == '\\' || c == '`' || c == '^') && at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r');
      if (continued) {
        at = text.find('\n', at) + 1;
      } else if (c == ' ' || c == '\t') {
        ++at;
      } else {
        return std::string_view("\n\r;|&)#").find(c) == std::string_view::npos;
      }
    }
    return false;
  }

  /// The word at `at` without quotes; `at` moves behind it.
  std::string_view shell_word(std::size_t& at) const {
    const std::string_view text = reader_->text();
    const std::size_t begin = at;
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
      const std::size_t end = text.substr(0, at + 4096).find(text[at], at + 1);
      if (end == std::string_view::npos) return {};
      at = end + 1;
      return text.substr(begin + 1, end - begin - 1);
    }
    while (at < text.size() && std::string_view(" \t\n\r;|&()").find(text[at]) == std::string_view::npos && at - begin < 4096) {
      if (text[at] == '$' && at + 1 < text.size() && (text[at + 1] == '(' || text[at + 1] == '{')) {
        const std::size_t end = text.substr(0, at + 1024).find(text[at + 1] == '(' ? ')' : '}', at);
        if (end == std::string_view::npos) return text.substr(begin, at - begin);
        at = end;
      }
      ++at;
    }
    return text.substr(begin, at - begin);
  }

  const Reader* reader_;
  const std::function<bool(std::string_view)>* wants_;
  const std::function<void(const CallFact&)>* found_;
};

}  // namespace

void document_calls(const Reader& reader, const std::function<bool(std::string_view)>& wants,
                    const std::function<void(const CallFact&)>& found) {
  CallFinder(reader, wants, found).run();
}

}  // namespace ropc::scanner
