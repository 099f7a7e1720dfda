// The architecture as a test: who may include whom, and which files know a third-party library.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/source_tree.h"

namespace {

using ropc::test::lines_of;
using ropc::test::modules;
using ropc::test::source_files;

/// The table of ARCHITECTURE.md: a module's sources include its own headers and those of the modules named here.
const std::map<std::string, std::vector<std::string>> kMayInclude{
    {"common", {}},
    {"model", {"common"}},
    {"rules", {"common", "model"}},
    {"scanner", {"common", "model", "rules"}},
    {"logparsers", {"common", "model"}},
    {"idpconfig", {"common", "model", "rules"}},
    {"inventory", {"common", "model"}},
    {"advice", {"common", "model", "rules"}},
    {"reporters", {"common", "model"}},
    {"cli", modules()},
};

/// Third-party headers (by prefix) and the files (by prefix) that may know them; all others reach them through these.
const std::vector<std::pair<std::string, std::vector<std::string>>> kKnownTo{
    {"re2/", {"common/regex.cpp"}},
    {"yaml-cpp/", {"common/yaml.cpp", "scanner/config/yaml_reader.cpp"}},
    {"sodium", {"common/digest.cpp"}},
    {"sqlite3", {"inventory/"}},
    {"git2", {"scanner/"}},
    {"hs", {"scanner/"}},
    {"pugixml", {"scanner/", "idpconfig/"}},
    {"toml++", {"scanner/"}},
    {"tree_sitter", {"scanner/syntax/"}},
    {"clang-c/", {"scanner/ast/"}},
    {"simdjson", {"logparsers/", "idpconfig/"}},
    {"zlib", {"common/", "logparsers/"}},
    {"zstd", {"common/", "logparsers/"}},
    {"CLI/", {"cli/"}},
    {"regex", {}},
};

struct Include {
  std::string target;
  bool quoted = false;
};

/// The target of an #include line; empty for other lines.
Include include_of(const std::string& line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string::npos || line[start] != '#') return {};
  const std::size_t word = line.find_first_not_of(" \t", start + 1);
  if (word == std::string::npos || line.compare(word, 7, "include") != 0) return {};
  const std::size_t open = line.find_first_of("\"<", word);
  if (open == std::string::npos) return {};
  const bool quoted = line[open] == '"';
  const std::size_t close = line.find(quoted ? '"' : '>', open + 1);
  if (close == std::string::npos) return {};
  return {line.substr(open + 1, close - open - 1), quoted};
}

std::vector<std::string> sources_of(const std::string& module) {
  std::vector<std::string> files = source_files(module, ".h");
  for (std::string& file : source_files(module, ".cpp")) files.push_back(std::move(file));
  return files;
}

bool may_include(const std::string& module, const std::string& target) {
  const std::string folder = target.substr(0, target.find('/'));
  const auto& allowed = kMayInclude.at(module);
  return folder == module || std::find(allowed.begin(), allowed.end(), folder) != allowed.end();
}

bool may_know(const std::string& file, const std::string& target) {
  for (const auto& [header, places] : kKnownTo) {
    if (!target.starts_with(header)) continue;
    return std::any_of(places.begin(), places.end(), [&](const std::string& p) { return file.starts_with(p); });
  }
  return true;
}

}  // namespace

TEST_CASE("includes are read in every spelling") {
  CHECK(include_of("#include \"model/report.h\"").target == "model/report.h");
  CHECK(include_of("#include \"model/report.h\"").quoted);
  CHECK(include_of("  #  include <regex>").target == "regex");
  CHECK(include_of("#include <regex>").quoted == false);
  CHECK(include_of("// #include \"model/report.h").target.empty());
  CHECK(include_of("#define X").target.empty());
}

TEST_CASE("modules include only what stands to their left") {
  for (const std::string& module : modules()) {
    for (const std::string& file : sources_of(module))
      for (const std::string& line : lines_of(file)) {
        const Include include = include_of(line);
        if (!include.quoted) continue;
        INFO(file << ": " << line);
        CHECK(include.target.find('/') != std::string::npos);  // from the root of the project
        CHECK(may_include(module, include.target));
      }
  }
}

TEST_CASE("third-party libraries are known to few files") {
  for (const std::string& module : modules())
    for (const std::string& file : sources_of(module))
      for (const std::string& line : lines_of(file)) {
        const Include include = include_of(line);
        if (include.quoted || include.target.empty()) continue;
        INFO(file << ": " << line);
        CHECK(may_know(file, include.target));
      }
}
