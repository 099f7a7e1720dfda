#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/yaml.h"
#include "idpconfig/walk.h"
#include "model/idp_fact.h"

namespace ropc::idpconfig {

/// A test on a value of a record or document, and the fact's value when it holds.
struct FactRule {
  enum class Test : std::uint8_t {
    always,
    is,      ///< a scalar equal to one of `words`, letter case aside
    has,     ///< a list, or a scalar of words between commas and blanks, that holds one of `words`
    lacks,   ///< as `has`, is there, and holds none of them
    absent,  ///< no such value, null, or an empty scalar
    present
  };
  Path path;  ///< empty: the record itself; "@key": the name that the record stands under
  Test test = Test::always;
  std::vector<std::string> words;
  std::string value;   ///< of the fact; unless copy or each is set
  bool copy = false;   ///< the scalar at `path` is the fact's value
  bool each = false;   ///< one fact for every scalar of the list at `path`
  std::string why;     ///< IdpFact::detail
};

/// Tells by names of members whether a value is what a profile reads.
struct Recognition {
  std::vector<Path> all;   ///< each must be there
  std::vector<Path> any;   ///< one must be there, unless there are none in this list
  std::vector<Path> none;  ///< none may be there
  [[nodiscard]] bool empty() const { return all.empty() && any.empty(); }
};

/// One example inside a profile's file: a document and the facts that must come out of it.
struct ProfileExample {
  std::string document;
  std::vector<std::string> facts;  ///< "tenant client-id kind value", sorted
  std::uint32_t line = 0;
};

/// How one kind of configuration export names clients and their settings; one file of idpconfig/profiles.
struct Profile {
  enum class Format : std::uint8_t { json, yaml, csv };
  std::string id;
  std::string idp;
  std::string title;
  std::vector<Format> formats;
  std::vector<Path> roots;    ///< where the document that holds the clients may stand; an empty path: it is the file
  std::vector<Path> records;  ///< where one client may stand, from the root; "*": any name
  std::vector<Path> context;  ///< values of the document to keep for document rules, tenant and special
  Recognition record;         ///< tells a client
  std::vector<Path> presence;  ///< members of the document that are only looked for, never kept
  Recognition document;       ///< tells the document, for those without clients; by paths of `context` and `presence`
  std::vector<std::string> contains;  ///< of tables: texts that must occur in the file
  Path client_id;
  Path tenant_of_record;      ///< where a client names its tenant itself; empty: it does not
  Path tenant_id;             ///< of the document
  Path tenant_name;
  std::map<IdpFact::Kind, std::vector<FactRule>> facts;  ///< first rule that holds gives the fact
  std::vector<FactRule> blocked_by_document;  ///< first that holds: no client of the document may use the grant
  std::string special;        ///< what only code can say: a name that idpconfig/special.h knows
  std::vector<ProfileExample> examples;
  std::string note;           ///< told to the user once per file read; empty: nothing
};

/// Reads one profile file. Every fault is told with file and line.
Result<Profile> parse_profile(std::string_view text, const std::string& path);

/// The profiles baked into the program, sorted by id.
const std::vector<Profile>& builtin_profiles();

/// The node at `path` below `node`; nullptr: none. List elements are not addressed.
const YamlNode* node_at(const YamlNode& node, const Path& path);

/// Whether `rule` holds for the node at its path (nullptr: there is none).
bool holds(const FactRule& rule, const YamlNode* node);

/// Whether what `there` says of each path fits the signs; false for signs that are empty.
bool recognised(const Recognition& signs, const std::function<bool(const Path&)>& there);

}  // namespace ropc::idpconfig
