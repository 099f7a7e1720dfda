// Every x.cpp has a tests/<module>/x_test.cpp, or a line in tests/mirror_exceptions.txt that says why not.
#include <filesystem>
#include <map>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

namespace {

using ropc::test::lines_of;
using ropc::test::modules;
using ropc::test::source_dir;
using ropc::test::source_files;

/// "path  reason" by path; a path that ends in '/' stands for all sources of that folder; blank lines and those that begin with '#' are skipped.
std::map<std::string, std::string> exceptions() {
  std::map<std::string, std::string> out;
  for (const std::string& line : lines_of("tests/mirror_exceptions.txt")) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t blank = line.find(' ');
    const std::size_t reason = line.find_first_not_of(' ', blank);
    out[line.substr(0, blank)] = reason == std::string::npos ? "" : line.substr(reason);
  }
  return out;
}

std::string test_of(const std::string& source) {
  return "tests/" + source.substr(0, source.size() - std::string(".cpp").size()) + "_test.cpp";
}

bool exists(const std::string& path) { return std::filesystem::exists(source_dir() / path); }

}  // namespace

TEST_CASE("every source has its test") {
  const auto excepted = exceptions();
  for (const std::string& module : modules())
    for (const std::string& source : source_files(module, ".cpp")) {
      INFO(source << " needs " << test_of(source));
      const std::string folder = source.substr(0, source.rfind('/') + 1);
      CHECK((exists(test_of(source)) || excepted.contains(source) || excepted.contains(folder)));
    }
}

TEST_CASE("exceptions are true and say why") {
  for (const auto& [source, reason] : exceptions()) {
    INFO(source << "  " << reason);
    CHECK(exists(source));
    CHECK((source.ends_with('/') || !exists(test_of(source))));
    CHECK(reason.size() > 10);
  }
}
