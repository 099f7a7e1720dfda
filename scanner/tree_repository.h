#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scanner/repository.h"
#include "scanner/source/tree_source.h"

namespace ropc::scanner {

/// A tree as the eyes may ask about it. What placeholders stand for is read when the first one is asked.
class TreeRepository : public Repository {
 public:
  explicit TreeRepository(const TreeSource& source);
  ~TreeRepository() override;
  TreeRepository(const TreeRepository&) = delete;
  TreeRepository& operator=(const TreeRepository&) = delete;

  [[nodiscard]] const std::vector<std::string>& files() const override { return source_->files(); }
  [[nodiscard]] Result<Document> open(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name, const std::string& from) const override;

 private:
  struct Index;
  const TreeSource* source_;
  std::unique_ptr<Index> index_;
};

}  // namespace ropc::scanner
