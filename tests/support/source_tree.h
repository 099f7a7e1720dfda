#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ropc::test {

/// The folders of the project that are modules, one static library each.
const std::vector<std::string>& modules();

/// The project's source folder (ROPC_SOURCE_DIR, set for every test by ctest).
std::filesystem::path source_dir();

/// Paths below source_dir()/`folder`, relative to source_dir(), of the files that end in `suffix`; sorted.
std::vector<std::string> source_files(const std::string& folder, const std::string& suffix);

/// Lines of source_dir()/`path`.
std::vector<std::string> lines_of(const std::string& path);

}  // namespace ropc::test
