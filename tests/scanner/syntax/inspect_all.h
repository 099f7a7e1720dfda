#pragma once

#include <map>
#include <string>
#include <vector>

#include "scanner/detector.h"
#include "tests/scanner/memory_repository.h"

namespace ropc::test {

/// What an eye finds in a whole tree, by path; with the second look that a scan gives it.
inline std::map<std::string, std::vector<Finding>> inspect_all(const scanner::Detector& eye, const MemoryRepository& repository) {
  std::map<std::string, std::vector<Finding>> out;
  std::vector<scanner::Asking> asking;
  for (const std::string& path : repository.files()) {
    const auto document = repository.open(path);
    if (!document || !eye.wants(*document)) continue;
    auto seen = eye.inspect(*document, repository);
    out[path] = std::move(seen.findings);
    if (seen.asks) asking.push_back({path, std::move(seen.asks)});
  }
  const scanner::InformedEye informed = eye.informed(asking, repository);
  for (const std::string& path : informed.paths) out[path] = informed.eye->inspect(*repository.open(path), repository).findings;
  return out;
}

}  // namespace ropc::test
