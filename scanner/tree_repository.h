#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scanner/placeholders/placeholder_index.h"
#include "scanner/repository.h"
#include "scanner/source/tree_source.h"

namespace ropc::scanner {

/// A tree as the eyes may ask about it. What placeholders stand for is read when the first one is asked.
class TreeRepository : public Repository {
 public:
  /// `source` must outlive the repository.
  explicit TreeRepository(const TreeSource& source, unsigned jobs = 1);

  [[nodiscard]] unsigned jobs() const override { return jobs_; }
  [[nodiscard]] const std::vector<std::string>& files() const override { return source_->files(); }
  [[nodiscard]] Result<Document> open(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> files_with(const std::vector<std::string>& words,
                                                    const std::function<bool(const std::string&)>& interest) const override;
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name, const std::string& from) const override;

 private:
  const TreeSource* source_;
  unsigned jobs_;
  mutable PlaceholderIndex placeholders_;  ///< guards itself
};

}  // namespace ropc::scanner
