#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scanner/detector.h"
#include "scanner/language.h"
#include "scanner/repository.h"

namespace ropc::test {

/// A tree that stands in memory.
class MemoryRepository : public scanner::Repository {
 public:
  explicit MemoryRepository(const std::vector<std::pair<std::string, std::string>>& files) {
    for (const auto& [path, text] : files) {
      paths_.push_back(path);
      texts_[path] = text;
    }
    std::sort(paths_.begin(), paths_.end());
  }
  [[nodiscard]] const std::vector<std::string>& files() const override { return paths_; }
  [[nodiscard]] Result<scanner::Document> open(const std::string& path) const override {
    const auto found = texts_.find(path);
    if (found == texts_.end()) return fail(ErrorCode::io, "there is no such file", path);
    return scanner::Document{.path = path,
                             .text = found->second,
                             .language = std::string(scanner::language_of(path, found->second)),
                             .lines = LineIndex(found->second)};
  }
  [[nodiscard]] std::optional<std::string> placeholder(const std::string& name, const std::string&) const override {
    return name == "CLIENT_FROM_ENV" ? std::optional<std::string>("from-env") : std::nullopt;
  }

 private:
  std::vector<std::string> paths_;
  std::map<std::string, std::string> texts_;
};

/// What an eye finds in a whole tree, by path; with the second look that a scan gives it.
inline std::map<std::string, std::vector<Finding>> inspect_all(const scanner::Detector& eye, const MemoryRepository& repository) {
  std::map<std::string, std::vector<Finding>> out;
  std::vector<std::string> asking;
  for (const std::string& path : repository.files()) {
    const auto document = repository.open(path);
    if (!document || !eye.wants(*document)) continue;
    auto seen = eye.inspect(*document, repository);
    out[path] = std::move(seen.findings);
    if (seen.asks) asking.push_back(path);
  }
  const scanner::InformedEye informed = eye.informed(asking, repository);
  for (const std::string& path : informed.paths) out[path] = informed.eye->inspect(*repository.open(path), repository).findings;
  return out;
}

}  // namespace ropc::test
