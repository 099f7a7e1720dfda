#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "scanner/document.h"

namespace ropc::scanner {

/// What an eye may ask about the rest of the tree while it looks at one document. Callable from many threads; answers
/// depend on the tree only, never on the order in which documents are looked at.
class Repository {
 public:
  virtual ~Repository() = default;
  /// Threads that an answer may be worked out on.
  [[nodiscard]] virtual unsigned jobs() const { return 1; }
  /// Paths of all files, sorted.
  [[nodiscard]] virtual const std::vector<std::string>& files() const = 0;
  [[nodiscard]] virtual Result<Document> open(const std::string& path) const = 0;
  /// Paths, sorted, of the files of `interest` that hold any of `words` as a whole word.
  [[nodiscard]] virtual std::vector<std::string> files_with(const std::vector<std::string>& words,
                                                            const std::function<bool(const std::string&)>& interest) const;
  /// The value of a `${NAME}` placeholder from the tree's .env, compose, Helm values, properties and CI variables;
  /// nothing when none or several differing values are found. `from` is the asking document (nearest folder wins).
  [[nodiscard]] virtual std::optional<std::string> placeholder(const std::string& name, const std::string& from) const = 0;
};

}  // namespace ropc::scanner
