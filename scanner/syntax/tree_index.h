#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/detector.h"
#include "scanner/repository.h"
#include "scanner/syntax/wrappers.h"

namespace ropc::scanner::syntax {

/// A constant's value, and where it is given.
struct FoundConstant {
  std::string container, path, text;
  RelatedPlace place;
};

/// What one document would have to know about others: names that it uses at a site and does not define, and what others
/// would have to know about it: functions that hand a parameter on to a site, constants that are keys.
struct Questions : OpenQuestions {
  std::string_view family;  ///< of the document's language
  std::set<std::string> constants;
  std::vector<Sink> sinks;
  std::map<std::string, std::vector<FoundConstant>> keys;  ///< by name
  [[nodiscard]] bool empty() const { return constants.empty() && sinks.empty() && keys.empty(); }
};

/// The questions that a sight leaves open. `findings`: whether the document has findings whose context may hang on names
/// from elsewhere.
Questions questions_of(const Sight& sight, const Values& values, const RuleMatcher& rules, const Document& document);

/// What the documents of a tree say about a few names, by language family. Immutable once built.
class TreeIndex {
 public:
  /// Looks for the answers to what `asking` documents want to know (Questions) in all files of their families. `asking`
  /// is sorted by path.
  static TreeIndex build(const std::vector<Asking>& asking, const Repository& repository, const RuleMatcher& rules);

  /// The value of a constant; `from` is the asking document. Of several values that of the nearest folder counts, and
  /// none when those differ.
  [[nodiscard]] std::optional<ForeignValue> constant(std::string_view family, std::string_view qualifier, std::string_view name,
                                                     std::string_view from) const;
  [[nodiscard]] const Sinks& sinks(std::string_view family) const;
  /// Documents that are worth a look, or another one; sorted.
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

 private:
  struct Family {
    std::map<std::string, std::vector<FoundConstant>> constants;
    Sinks sinks;
  };
  friend class IndexBuilder;
  std::map<std::string, Family, std::less<>> families_;
  std::vector<std::string> paths_;
};

}  // namespace ropc::scanner::syntax
