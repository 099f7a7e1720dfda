#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

// What an eye sees, in words that no language has its own of. Eyes make facts, scanner/match turns facts and rules
// into findings. Offsets are bytes of the document.

namespace ropc::scanner {

/// A value as far as it could be followed.
struct Value {
  bool known = false;    ///< `text` is the whole value
  std::string text;      ///< the value; with parts unknown: the known parts joined by '\x1a' for each unknown part
  std::string name;      ///< the expression's dotted name where it is one ("OidcConstants.GrantTypes.Password"), also when resolved
  CredentialSource source = CredentialSource::unknown;  ///< where it comes from
  std::vector<RelatedPlace> path;  ///< definitions that led to the value, nearest first
};

struct Region {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What the code does with what a fact says.
enum class Role : std::uint8_t {
  live,        ///< it happens: sent, set, called
  compared,    ///< a comparison, a case label, an allow- or deny-list, an assertion
  defined,     ///< a constant, an enum member, a macro is given the value; what uses it stands elsewhere
  declared,    ///< a type, an interface or a constant says so; nothing is sent
  comment      ///< stands in a comment or in documentation
};

/// A key gets a value.
struct PairFact {
  Value key;
  Value value;
  Region where;               ///< of the pair
  std::string_view shape;     ///< "dictionary", "arguments", "setter", "assignment", "form-string", "query-string", "header", "comparison"; a literal
  Role role = Role::live;
  std::vector<RelatedPlace> onward{};  ///< where the value goes from here, when this place only hands it on
};

struct Argument {
  std::string name;  ///< of a named argument, option or initialiser; empty: positional
  Value value;
  Region where;
  bool option = false;  ///< entry of an object that is an argument ({ user, password }): no argument when they are counted
};

/// A function, method or constructor is called.
struct CallFact {
  std::string name;           ///< last part
  std::string qualifier;      ///< receiver or module as written, dotted; empty: none
  std::string type;           ///< type of the receiver or of the object made, where the file tells; empty: not known
  bool creates = false;       ///< object creation
  std::vector<Argument> arguments;
  Region where;
  Role role = Role::live;
};

/// A key path of a document has a value. Siblings are asked through Surroundings.
struct SettingFact {
  std::vector<std::string> path;  ///< keys from the root; list items are "[]"
  Value value;
  Region where;
  std::string_view format;        ///< json yaml xml toml properties ini env hcl; a literal
  Role role = Role::live;
};

/// A piece of the text, for `text` rules.
struct TextFact {
  enum class In : std::uint8_t { code, string, comment };
  In in = In::code;
  Region where;
};

/// Facts about the surroundings of a hit (scope of a function, an object, a document).
struct Context {
  std::string client_id, tenant, endpoint, idp;
  std::vector<std::string> scopes;
  CredentialSource user_from = CredentialSource::unknown;
  CredentialSource password_from = CredentialSource::unknown;
};

/// What an eye tells about the surroundings of the fact it shows; asked only when a rule has matched so far, because the
/// answers cost a walk. Lives as long as the call it is handed to.
class Surroundings {
 public:
  virtual ~Surroundings() = default;
  /// The value at a key path relative to the parent of a setting ("protocol", "../enabled", "flows.password.tokenUrl",
  /// "[]" any item of a list: the first that has the rest); keys compared folded. Nothing: there is no such key, or its text is empty. A map is a
  /// known empty value; a list is its scalars joined by '\n'.
  [[nodiscard]] virtual std::optional<Value> beside(std::string_view path) const = 0;
  [[nodiscard]] virtual Context context() const = 0;
};

}  // namespace ropc::scanner
