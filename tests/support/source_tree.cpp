#include "tests/support/source_tree.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace ropc::test {

namespace fs = std::filesystem;

const std::vector<std::string>& modules() {
  static const std::vector<std::string> names{"common",    "model",  "rules",     "scanner", "logparsers",
                                              "idpconfig", "inventory", "advice", "reporters", "cli"};
  return names;
}

fs::path source_dir() {
  const char* folder = std::getenv("ROPC_SOURCE_DIR");
  if (folder == nullptr) throw std::runtime_error("ROPC_SOURCE_DIR is not set; run the tests through ctest");
  return folder;
}

std::vector<std::string> source_files(const std::string& folder, const std::string& suffix) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir() / folder)) {
    const std::string path = fs::relative(entry.path(), source_dir()).generic_string();
    if (entry.is_regular_file() && path.ends_with(suffix)) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(source_dir() / path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace ropc::test
