#pragma once

#include <cstdint>
#include <span>
#include <string_view>

typedef struct TSLanguage TSLanguage;  // NOLINT(modernize-use-using): tree-sitter's own declaration, C

// What the syntax eye knows of one language: which of its grammar's node types play which part. Everything else in this
// folder asks for parts (Form) and knows no language.

namespace ropc::scanner::syntax {

class TreeBuilder;

/// The part that a node plays. The letters are its slots: what a, b and c of its NodeRow select.
enum class Form : std::uint8_t {
  none,         ///< no part of its own; its children are looked at
  clear,        ///< stands for its only child (parentheses, await, casts, expression statements); slot a selects among several
  comment,
  content,      ///< text inside a string
  string,       ///< a literal; children that are no content are holes
  joined,       ///< adjacent literals that the language joins
  words,        ///< a list of bare words in one literal (%w[a b], qw(a b))
  heredoc,      ///< stands for the `heredoc_body` that follows later
  symbol,       ///< a symbol, atom, keyword or bare word: its text is its value
  number,       ///< a number, true, false, null: its text is its value
  name,         ///< an identifier
  variable,     ///< a variable of a shell: a name; b default
  member,       ///< a object, b property
  index,        ///< a object, b key
  call,         ///< a callee or method name, b arguments, c receiver where the grammar keeps it apart
  message,      ///< Objective-C message: a receiver; children in field `method` are labels, the rest arguments
  command,      ///< of a shell: a name, the rest arguments, options by their own name
  create,       ///< a type, b arguments, c initialiser or anonymous body
  arguments,    ///< a list of arguments
  argument,     ///< a name (none: positional), b value
  pair,         ///< a key, b value
  map,          ///< pairs, or entries that pair by punctuation
  list,         ///< values; two of them in a list within a list are an entry
  sequence,     ///< several targets or values of one assignment
  binary,       ///< a left, b right; the operator stands between them
  unary,        ///< a operand
  ternary,      ///< a condition, b then, c else
  assign,       ///< a target, b value
  declare,      ///< a name, b value, c type
  parameter,    ///< a name, b default, c type
  function,     ///< a name, b parameters, c body
  type,         ///< class, struct, enum, object, module, interface: a name, b body, c bases
  enum_member,  ///< a name, b value or arguments
  give_back,    ///< return: a value
  choice,       ///< switch, match, case, when: a subject
  branch,       ///< one case of a choice: a the value compared, b its result
  claim,        ///< an assertion that is a statement
  annotation,   ///< a name, b arguments
  import,       ///< all its text
  error         ///< what the parser could not make sense of
};

/// One node type. Selectors of slots: "field" a field of the grammar, "@type" the first child of a node type, "#0" "#1"
/// "#-1" a child by position (comments do not count), "=" the child behind an equals sign, "." the node itself; "x>y" y
/// of x; "x|y" the first that is there; empty: none. A type that begins with '*' is none of the grammar's: refine() gives it.
struct NodeRow {
  std::string_view type;
  Form form = Form::none;
  std::string_view a, b, c;
};

/// What an operator does, beside the common ones (see operation_of()).
enum class Operation : std::uint8_t { other, concat, compare, either, pair, assign, append, format, pipe, fallback };
struct OperatorRow {
  std::string_view text;
  Operation operation = Operation::other;
};

/// How a language writes strings.
struct StringStyle {
  char escape = '\\';             ///< 0: none
  bool single_is_raw = false;     ///< 'text' knows no escapes
  bool backtick_is_raw = false;   ///< `text` knows no escapes
  bool triple_is_raw = false;     ///< """text""" knows no escapes
  bool doubled_quote = false;     ///< a doubled quote inside is one
  char hole = 0;                  ///< '$': "$name" and "${name}" in the text are holes that the grammar does not show
  std::string_view hole_quotes = "\"";  ///< quotes in which they are
};

/// One language, a row of the table languages().
struct Language {
  std::string_view id;       ///< of model/languages.h
  std::string_view family;   ///< languages of one family see one another's definitions ("js", "jvm", "c", …)
  const TSLanguage* (*grammar)();
  std::span<const NodeRow> rows;
  std::span<const OperatorRow> operators;
  StringStyle strings;
  bool types_are_called = false;  ///< an object is made by calling its type: Client("id")
  void (*refine)(TreeBuilder&) = nullptr;  ///< for shapes that no row can say; called once a tree is whole
  std::span<const NodeRow> shared = {};    ///< rows of its family; a row of its own for the same node type wins
};

/// All languages, sorted by id.
std::span<const Language* const> languages();

/// The language of that id; nullptr: no grammar.
const Language* find_language(std::string_view id);

/// What `op` does in `language`.
Operation operation_of(const Language& language, std::string_view op);

}  // namespace ropc::scanner::syntax
