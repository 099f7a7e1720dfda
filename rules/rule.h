#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/finding.h"
#include "model/rule_info.h"

// A rule as data: one YAML file, `rules/<folder>/<id>.yaml`. Four matchers; every eye of the scanner answers them, so
// a rule is written once and works in every language. Names and values are compared folded (common/text.h
// folded_name: letter case, '_', '-', '.' and blanks do not count) unless said otherwise.

namespace ropc::rules {

/// YAML `pair:` — a key gets a value: in a dictionary, an argument list, a setter, an assignment, a form body, a
/// query string, a header. Both sides are resolved (constants, concatenation) before they are compared.
struct PairMatch {
  std::vector<std::string> keys;         ///< e.g. grant_type; compared folded
  std::vector<std::string> key_names;    ///< identifiers that stand for the key where their value is not seen, by their last parts, folded, e.g. OAuth2ParameterNames.GRANT_TYPE
  std::vector<std::string> values;       ///< e.g. password; compared folded after trimming
  std::vector<std::string> value_names;  ///< identifiers that stand for the value, e.g. AuthorizationGrantType.PASSWORD
  bool compared = false;                 ///< asks for comparisons (`==`, `case`, equals()) in place of values given: code that serves the grant
  bool defined = false;                  ///< asks for constants that are given the value and stand for it ("PASSWORD_GRANT = …"); their key is the one that they are a value of, or the other value that they stand beside
  bool hard_coded = false;               ///< stands beside every request of any rule whose password is written in the code; at most one rule has it
};

/// What one argument of a call must be.
struct ArgumentMatch {
  std::optional<int> position;           ///< from 0, the receiver not counted
  std::string name;                      ///< of a named argument, option or initialiser key; folded
  std::vector<std::string> values;       ///< any of these, folded; empty: any value
  std::vector<std::string> value_names;  ///< or an identifier that ends in one of these
  bool absent = false;                   ///< the argument must not be there
};

/// YAML `call:` — a library call that is ROPC by itself. `imports` or `types` make it so: without either in the file
/// a method of the same name on another type is not a finding.
struct CallMatch {
  std::vector<std::string> names;    ///< function, method or constructor names, compared exactly; "A.b" also asks the qualifier
  std::vector<std::string> imports;  ///< any of: module, package, namespace, header or dependency that the file imports (prefix of a path or dotted name)
  std::vector<std::string> types;    ///< any of: type of the receiver or of the object made, as far as the file tells (declaration, constructor, annotation)
  std::optional<int> min_arguments;
  std::optional<int> max_arguments;
  std::vector<ArgumentMatch> arguments;  ///< all of these
};

/// A condition beside a setting: a path relative to the matched node's parent ("protocol", "../enabled").
struct SiblingMatch {
  std::string path;
  std::vector<std::string> values;
  bool absent = false;  ///< the key must be missing, or hold none of `values`
};

/// YAML `setting:` — a key path of a configuration document has a value.
struct SettingMatch {
  std::vector<std::string> formats;   ///< json yaml xml properties env hcl toml ini; empty: any
  std::vector<std::string> files;     ///< globs on the path, e.g. "**/application*.yml"; empty: any
  std::vector<std::string> paths;     ///< key paths: parts between '.', '*' is one part, '**' any number, "[]" a list item; parts compared folded
  std::vector<std::string> values;    ///< any of these, folded; empty: any value
  bool contains = false;              ///< the value is a list, in the document or as text (blanks, commas, semicolons), and holds one of `values`
  std::vector<SiblingMatch> where;    ///< all of these
};

/// YAML `text:` — an RE2 pattern. Group "at" (else the whole match) is the place reported.
struct TextMatch {
  enum class In : std::uint8_t { any, code, strings, comments };
  In in = In::any;
  std::string pattern;
};

using Match = std::variant<PairMatch, CallMatch, SettingMatch, TextMatch>;

/// Facts read off the surroundings of a hit (YAML `context:`), beside what the scanner reads by itself: where a named
/// fact stands in a call's arguments or beside a setting; or what it always is.
struct ContextSource {
  enum class Fact : std::uint8_t { client_id, tenant, endpoint, idp, scope };
  Fact fact = Fact::client_id;
  std::optional<int> position;  ///< argument position of a call
  std::string name;             ///< argument name, or key path relative to the setting's parent
  std::string value;            ///< the fact itself, where no place of the rule tells another
};

struct Example {
  std::string name;
  std::string language;  ///< id of model/languages.h; empty: told by `file`
  std::string file;      ///< pretended path; empty: made from the language
  std::string text;
  std::uint32_t line = 0;             ///< expected line; 0: not checked
  std::optional<std::string> client_id;
  std::optional<Kind> kind;           ///< where it differs from the rule's (comments, tests)
  std::uint32_t at_line = 0;          ///< line of the example in the rule file, for messages
};

/// One rule file.
struct Rule {
  RuleInfo info;
  enum class Status : std::uint8_t { stable, draft, retired };
  Status status = Status::stable;
  std::string construct;               ///< becomes Finding::construct; empty: the eye's own word
  std::string idp;                     ///< IdP profile id when the construct names one, e.g. a vendor grant URI
  std::vector<std::string> languages;  ///< ids of model/languages.h; empty: all
  std::vector<Match> any;              ///< any of these matches
  std::vector<std::string> requires_any;  ///< literals, any letter case: the file must hold one of them; empty: no condition
  std::vector<std::string> atoms;      ///< extra literals for the gate where the matchers give none; see scanner/gate
  std::vector<ContextSource> context;
  std::vector<Example> match, no_match, known_gaps;
  std::string path;                    ///< of the file, for messages
};

}  // namespace ropc::rules
