#pragma once

#include <map>
#include <string>
#include <vector>

#include "scanner/make_document.h"
#include "scanner/repository.h"

namespace ropc::test {

/// A tree in memory.
class MemoryRepository : public scanner::Repository {
 public:
  MemoryRepository() = default;
  explicit MemoryRepository(std::map<std::string, std::string> files, std::map<std::string, std::string> placeholders = {})
      : texts_(std::move(files)), placeholders_(std::move(placeholders)) {
    for (const auto& [path, text] : texts_) paths_.push_back(path);
  }

  [[nodiscard]] const std::vector<std::string>& files() const override { return paths_; }
  [[nodiscard]] Result<scanner::Document> open(const std::string& path) const override {
    const auto at = texts_.find(path);
    if (at == texts_.end()) return fail(ErrorCode::io, "is not there", path);
    return scanner::make_document(path, at->second);
  }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name, const std::string&) const override {
    const auto at = placeholders_.find(name);
    return at == placeholders_.end() ? std::nullopt : std::optional<std::string>(at->second);
  }

 private:
  std::map<std::string, std::string> texts_;
  std::map<std::string, std::string> placeholders_;
  std::vector<std::string> paths_;
};

}  // namespace ropc::test
