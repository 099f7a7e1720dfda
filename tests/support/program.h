#pragma once

#include <filesystem>
#include <string>

namespace ropc::test {

struct Ran {
  int code = -1;    ///< exit code; -1: killed
  std::string out;  ///< standard output
};

/// Runs the built program in a shell, in the source tree's top folder, with `arguments` (already quoted); standard error
/// goes where the arguments redirect it, else to ours.
Ran program(const std::string& arguments);

/// The same of a program that lies elsewhere.
Ran program_at(const std::filesystem::path& path, const std::string& arguments);

/// A path as one word of a shell.
std::string quoted(const std::filesystem::path& path);

}  // namespace ropc::test
